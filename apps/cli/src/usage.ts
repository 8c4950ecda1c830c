import { InvalidArgumentError } from 'commander';
import { RuleViolation } from '@juesuan/kernel';

/** What commander says of a wrong command line, in Chinese. */
const TRANSLATIONS: readonly [RegExp, string][] = [
  [/^error: unknown command '(.*?)'.*$/s, '没有命令“$1”。'],
  [/^error: unknown option '(.*?)'.*$/s, '没有选项 $1。'],
  [/^error: required option '(.*?)' not specified.*$/s, '缺必需的选项：$1。'],
  [/^error: missing required argument '(.*?)'.*$/s, '缺参数：$1。'],
  [/^error: option '(.*?)' argument missing.*$/s, '选项 $1 后面缺值。'],
  [/^error: too many arguments.*$/s, '参数太多；含空格的值请加引号。'],
  [
    /^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*?)\.\n*$/s,
    '选项 $1 的值“$2”不对，可用：$3。',
  ],
  [/^error: option '(.*?)' argument '(.*?)' is invalid\. (.*)$/s, '选项 $1 的值“$2”不对：$3'],
  [
    /^error: command-argument value '(.*?)' is invalid for argument '(.*?)'\. .*choices are (.*?)\.?\n*$/s,
    '“$1”不对，$2 可以是 $3。',
  ],
];

/** A usage error as the officer reads it; what is not known here stays as commander says it. */
export function translated(text: string): string {
  const found = TRANSLATIONS.find(([pattern]) => pattern.test(text));
  return found ? `${text.replace(found[0], found[1]).trim()}\n` : text;
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

export const translatedTitle = (title: string): string => TITLES[title] ?? title;

/** Lets commander tell what a value of an option breaks. */
export const argument =
  <T>(parse: (text: string) => T) =>
  (text: string): T => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof RuleViolation ? new InvalidArgumentError(error.message) : error;
    }
  };
