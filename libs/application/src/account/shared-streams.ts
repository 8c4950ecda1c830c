/** Streams that several threads draw from, each drawn by one of them only; it is handed to a thread as `workerData`. */
export interface SharedStreams {
  readonly streams: readonly string[];
  /** How many were drawn: one 32-bit number. */
  readonly drawn: SharedArrayBuffer;
}

/** The longest first: who draws a long one last would let the others wait. `until`: each stream's last revision. */
export const sharing = (until: ReadonlyMap<string, number>): SharedStreams => ({
  streams: [...until].toSorted(([, one], [, other]) => other - one).map(([stream]) => stream),
  drawn: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
});

/** Draws until there are no more, each when the last one is done. */
export function* drawing({ streams, drawn }: SharedStreams): Iterable<string> {
  const counter = new Int32Array(drawn);
  for (let at = Atomics.add(counter, 0, 1); at < streams.length; at = Atomics.add(counter, 0, 1)) {
    const stream = streams[at];
    if (stream !== undefined) yield stream;
  }
}
