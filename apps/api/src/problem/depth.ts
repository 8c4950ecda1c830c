/** No form of ours nests deeper than six. */
const DEEPEST = 32;
const [QUOTE, BACKSLASH, OPENS, CLOSES] = [0x22, 0x5c, [0x5b, 0x7b], [0x5d, 0x7d]];

/**
 * Whether JSON nests deeper than anything that is asked for. What turns a body into a form is recursive: a body of brackets alone would
 * hold the service up for seconds, before anybody has signed in, and end its stack.
 */
export function nestsTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (byte === QUOTE) isText = !isText;
    else if (byte === BACKSLASH) at++;
    else if (isText) continue;
    else if (OPENS.includes(byte) && ++depth > DEEPEST) return true;
    else if (CLOSES.includes(byte)) depth--;
  }
  return false;
}
