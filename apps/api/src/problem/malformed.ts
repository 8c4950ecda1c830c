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
  const collect = (path: string, error: ValidationError): void => {
    const here = path === '' ? error.property : `${path}.${error.property}`;
    const sentences = sentencesOf(error);
    if (sentences.length > 0) fields[here] = sentences;
    for (const child of error.children ?? []) collect(here, child);
  };
  for (const error of errors) collect('', error);
  return new MalformedRequest(fields);
}

/** What is missing breaks every rule at once, and is told as missing. A form's own sentence says more than the general one. */
function sentencesOf({ value, constraints = {} }: ValidationError): string[] {
  const broken = Object.entries(constraints);
  if (broken.length > 0 && value === undefined) return ['不能缺少。'];
  const sentences = broken.map(([name, message]) => (CHINESE.test(message) ? message : (SENTENCES[name] ?? message)));
  return [...new Set(sentences)];
}

const CHINESE = /\p{Script=Han}/u;
