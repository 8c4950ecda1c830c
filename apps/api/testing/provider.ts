import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A local OpenID Connect provider; see `oidc-provider.mjs`. */
export async function startProvider(
  port: number,
  redirect: string,
  profileIn: 'id-token' | 'user-info',
): Promise<{ stop: () => Promise<void> }> {
  const words = [join(__dirname, 'oidc-provider.mjs'), `${port}`, redirect, profileIn];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };
  return { stop };
}

/** A browser as far as signing in needs one: it follows redirects, keeps cookies by host, and fills in the provider's forms. */
export class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Opens an address and follows it until an answer is no redirect, or leads to where `until` says. */
  async open(address: string, until: (url: URL) => boolean = () => false): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    let response = await this.send(url);
    while (response.status >= 300 && response.status < 400) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (until(url)) break;
      response = await this.send(url);
    }
    return { url, response };
  }

  /** Signs in at the provider's own forms (login, consent) and comes back. */
  async signIn(address: string, name: string, until: (url: URL) => boolean): Promise<URL> {
    let { url } = await this.open(address, until);
    for (const form of [`prompt=login&login=${name}&password=any`, 'prompt=consent']) {
      const answer = await this.send(url, form);
      const next = new URL(answer.headers.get('location') ?? '', url);
      url = (await this.open(next.href, until)).url;
    }
    return url;
  }

  cookie(url: URL, name: string): string | undefined {
    return this.jars.get(url.host)?.get(name);
  }

  async send(url: URL, form?: string): Promise<Response> {
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    const headers = { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const posted = {
      method: 'POST',
      body: form ?? '',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    };
    const response = await fetch(url, { redirect: 'manual', ...(form === undefined ? { headers } : posted) });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name ?? '');
      else jar.set(name ?? '', value ?? '');
    }
    return response;
  }
}
