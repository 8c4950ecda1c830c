import { type Credentials } from '@eventstore/db-client';

/**
 * The credentials to pass with each append. They must be in the address unless the connection is insecure, where the client
 * sends none. An address that switches `throwOnAppendFailure` off is refused: the client would then answer a lost race with
 * a wrong revision instead of an error.
 */
export function credentialsIn(url: string): Credentials {
  const options = new Map(
    [...url.matchAll(/[?&]([^=&]+)=([^&]+)/g)].map(([, key = '', value = '']) => [
      key.toLowerCase().replace(/[_-]/g, ''),
      value.toLowerCase(),
    ]),
  );
  if (options.get('throwonappendfailure') === 'false') {
    throw new Error('EVENTSTORE_URL 不得关闭 throwOnAppendFailure：关闭后版本冲突会被误报为成功。');
  }
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (options.get('tls') === 'false') return { username: '', password: '' };
  throw new Error('EVENTSTORE_URL 应写明用户名和密码：esdb://用户名:密码@主机:2113。');
}
