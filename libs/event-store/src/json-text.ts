import type { Json } from './port';

/**
 * The JSON text of plain data; an absent property (undefined) is left out. Everything that would come back as something else,
 * or never be sent, is refused with a TypeError that names the place: BigInt, NaN and infinities, undefined in a list, Date,
 * functions, class instances.
 */
export function jsonText(value: Json, where: string): string {
  assertPlain(value, where);
  return JSON.stringify(value);
}

function assertPlain(value: unknown, where: string): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) refuse(value, where);
      return;
    case 'object':
      if (value !== null) assertPlainInside(value, where);
      return;
    default:
      refuse(value, where);
  }
}

function assertPlainInside(value: object, where: string): void {
  if (Array.isArray(value)) {
    // By index: a hole in the list is an undefined, which forEach would pass over.
    for (let index = 0; index < value.length; index++) assertPlain(value[index], `${where}[${index}]`);
    return;
  }
  if (!isRecord(value) || 'toJSON' in value) refuse(value, where);
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) assertPlain(inner, where);
  }
}

/** An object literal, from whichever realm: the tests' runner has its own Object. */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function refuse(value: unknown, where: string): never {
  const what = typeof value === 'number' || typeof value === 'bigint' ? `${value} (${typeof value})` : typeof value;
  throw new TypeError(`${where}: ${what} is not plain JSON`);
}
