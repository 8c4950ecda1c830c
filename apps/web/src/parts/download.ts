import { Problem, send } from '../api/client';

/** Saves a file of the service under the name the service gives it. Rejects with {@link Problem}. */
export async function download(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<void> {
  const said = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = new URLSearchParams(said).toString();
  const response = await send(new Request(`${location.origin}${path}${search === '' ? '' : `?${search}`}`));
  if (!response.ok) {
    const { detail = '文件没有生成，请稍后再试。', code = 'fault' } = (await response.json().catch(() => ({}))) as {
      detail?: string;
      code?: string;
    };
    throw new Problem(response.status, code, detail);
  }
  save(
    await response.blob(),
    nameIn(response.headers.get('Content-Disposition') ?? '') ?? path.split('/').at(-1) ?? '',
  );
}

const nameIn = (disposition: string): string | null => {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return name === undefined ? null : decodeURIComponent(name);
};

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
