import { type Refusal, refuse } from './refusal.ts';

export type ByteRange = { readonly start: number; readonly length: number };

/** The stretch that a Range header asks for; null for the whole: none, several or not understood, as RFC 9110 has it. */
export function parseRange(header: string | undefined, size: number): ByteRange | null | Refusal {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    return refuse('InvalidRange', 'The requested range is not satisfiable', {
      details: { RangeRequested: header ?? '', ActualObjectSize: String(size) },
      headers: { 'content-range': `bytes */${size}` },
    });
  }
  return { start, length: end - start + 1 };
}
