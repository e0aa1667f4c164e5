/** What a strict decoder makes of bytes; undefined where they are no text of its encoding. */
export function tryDecode(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    // TextDecoder tells of such bytes by a TypeError with this code; anything else is a bug.
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return undefined;
    }
    throw error;
  }
}
