/** A text or bytes as a stream in chunks of that size. */
export async function* streamed(
  content: string | Uint8Array,
  size = 64,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let from = 0; from < bytes.length; from += size)
    yield await Promise.resolve(bytes.subarray(from, from + size));
}
