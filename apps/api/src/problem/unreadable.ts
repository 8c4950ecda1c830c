import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problem } from './problem';

/** What Node's reader of requests says that it cannot read, by its code. */
const UNREAD: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'too-large', '地址或请求头太长，请缩短后再试。'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout', '请求没有及时发完，请检查网络后重试。'],
};

const STRANGE = [400, 'malformed', '请求不能识别：它不是完整的 HTTP 请求。'] as const;

/** Answers a connection on which no request can be read, before anything of ours has seen it, and ends it. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code, detail] = UNREAD[error.code ?? ''] ?? STRANGE;
  const body = JSON.stringify(problem(status, code, detail));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
