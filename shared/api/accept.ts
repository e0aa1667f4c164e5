/**
 * Which of the media types that can be had a caller likes best, by its `Accept` header; the first where it says
 * nothing, anything, or nothing that can be had: a caller with a wrong header still reads JSON.
 */
export function preferredType(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const wanted = (accept ?? '')
    .split(',')
    .map((entry) => {
      const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { type } of wanted) {
    const found = type === '*/*' ? offered[0] : offered.find((each) => each === type);
    if (found !== undefined) return found;
  }
  return offered[0];
}
