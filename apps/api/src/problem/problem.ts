import type { CellError } from '@juesuan/documents';
import type { Facts } from '@juesuan/kernel';

/** An error as every endpoint answers it: RFC 9457, with the rule's code, a Chinese sentence and the facts for machines. */
export interface Problem {
  /** A URN made of the code; nothing is fetched from it. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** A whole sentence: what is wrong and what to do. */
  readonly detail: string;
  /** The rule's name in kebab-case, as in RuleViolation. */
  readonly code: string;
  readonly facts: Facts;
  /** Of a refused import: every bad cell. */
  readonly cells?: readonly CellError[];
  /** Of malformed input: one sentence per field. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** The request's id, which the log has too. */
  readonly request?: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: '请求不合格式',
  401: '没有登录',
  403: '没有权限',
  404: '没有找到',
  405: '不支持的方法',
  409: '与已记录的不一致',
  408: '请求没有发完',
  412: '期间有变化',
  413: '内容太大',
  415: '不支持的内容格式',
  422: '违反规则，没有记录',
  428: '缺少请求头',
  429: '请求过于频繁',
  431: '请求头太长',
  500: '程序出错',
  503: '暂时不能服务',
};

/** What a status means here. */
export const titleOf = (status: number): string => TITLES[status] ?? '不能处理';

export function problem(status: number, code: string, detail: string, facts: Facts = {}): Problem {
  return { type: `urn:juesuan:${code}`, title: titleOf(status), status, detail, code, facts };
}
