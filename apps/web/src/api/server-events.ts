/** One event of a text/event-stream; a field that was not sent is empty. */
export interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** The events of a text/event-stream, as they come. Rejects where it breaks off. */
export async function* eventsOf({ body }: Response): AsyncGenerator<ServerEvent> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let open = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    open += value;
    const whole = open.split('\n\n');
    open = whole.pop() ?? '';
    for (const text of whole) yield parsed(text);
  }
}

function parsed(text: string): ServerEvent {
  const lines = text.split('\n').map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const of = (name: string): string[] => lines.filter(([, field]) => field === name).map(([, , value = '']) => value);
  return { id: of('id').at(-1) ?? '', event: of('event').at(-1) ?? 'message', data: of('data').join('\n') };
}
