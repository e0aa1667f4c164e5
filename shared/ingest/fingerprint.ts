import { createHash } from 'node:crypto';

/** Hash and size of everything that a stream carries, whoever reads how much of it. */
export type Fingerprint = {
  /** The stream to read from. Leaving it early does not end the source. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Reads what is left and tells both. Throws what the source throws. */
  finish(): Promise<{ readonly sha256: string; readonly size: number }>;
};

export function fingerprinted(source: AsyncIterable<Uint8Array>): Fingerprint {
  const iterator = source[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let size = 0;
  async function next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const step = await iterator.next();
    if (step.done === true) return { done: true, value: undefined };
    hash.update(step.value);
    size += step.value.length;
    return { done: false, value: step.value };
  }
  return {
    bytes: { [Symbol.asyncIterator]: () => ({ next }) },
    finish: async () => {
      for (let step = await next(); step.done !== true; step = await next());
      return { sha256: hash.digest('hex'), size };
    },
  };
}
