import { createHash } from 'node:crypto';

/**
 * The id of an event: a UUID made only from its stream, its command and its place among the command's events there, so that
 * a retry – also by another process, after a crash – carries the same ids and every store recognises it.
 */
export function eventId(stream: string, commandId: string, index: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([stream, commandId, index]))
    .digest();
  // RFC 9562: version 8 (a vendor's own scheme) and the variant bits.
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
