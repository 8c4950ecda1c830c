import type { ValidationError } from '@nestjs/common';

/** Input that is not of the form an endpoint takes; nothing was asked of the domain yet. */
export class MalformedRequest extends Error {
  constructor(readonly fields: Readonly<Record<string, readonly string[]>>) {
    const [[name, [first]] = ['', ['']]] = Object.entries(fields);
    super(`请求的内容不合格式：${name} ${first ?? ''}`);
    this.name = 'MalformedRequest';
  }
}

/** The sentences of class-validator's constraints. */
const SENTENCES: Readonly<Record<string, string>> = {
  whitelistValidation: '不认识这个字段，请去掉。',
  isString: '须为文字。',
  isNotEmpty: '不能为空。',
  isInt: '须为整数。',
  isArray: '须为列表。',
  isBoolean: '须为 true 或 false。',
  isObject: '须为对象。',
  isIn: '不在可用的值之中。',
  isEnum: '不在可用的值之中。',
  nestedValidation: '不合格式。',
};

/** What the validation pipe throws: each field by its path with what is wrong, in Chinese. */
export function malformed(errors: readonly ValidationError[]): MalformedRequest {
  const fields: Record<string, string[]> = {};
  const collect = (path: string, { property, constraints, children }: ValidationError): void => {
    const here = path === '' ? property : `${path}.${property}`;
    for (const [name, message] of Object.entries(constraints ?? {})) {
      (fields[here] ??= []).push(SENTENCES[name] ?? message);
    }
    for (const child of children ?? []) collect(here, child);
  };
  for (const error of errors) collect('', error);
  return new MalformedRequest(fields);
}
