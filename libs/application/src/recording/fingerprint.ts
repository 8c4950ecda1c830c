import { hash } from 'node:crypto';

/** A digest of plain data that does not depend on the order of its keys: equal content, equal fingerprint. */
export const fingerprint = (value: unknown): string => hash('sha256', canonical(value)).slice(0, 16);

/** JSON with sorted keys; undefined members are left out as JSON does. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonical(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}
