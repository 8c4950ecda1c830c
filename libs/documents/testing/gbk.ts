/** Encodes text as GBK, as Chinese Excel saves CSV; Node can only decode it, so the table is built by decoding every pair. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => PAIRS.get(character) ?? [...Buffer.from(character)]));
}

/** Whether GBK has every character of a text. */
export const isGbk = (text: string): boolean =>
  [...text].every((character) => character < '\x80' || PAIRS.has(character));

const PAIRS = pairs();

function pairs(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && [...character].length === 1 && character !== '\uFFFD') found.set(character, [lead, trail]);
    }
  }
  return found;
}
