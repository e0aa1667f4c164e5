/** What official statistics write where there is no figure: suppressed, not applicable, not available, low. */
const SYMBOLS = new Set([
  '-',
  'n/a',
  'na',
  'n.a.',
  '..',
  ':',
  '~',
  '.',
  '*',
  'c',
  'x',
  'z',
  'u',
  'k',
  'low',
  'supp',
]);

/** A bound in place of a small figure: `<5`, `≤ 10`. */
const BOUND = /^[<≤]\s*=?\s*\d{1,6}$/;

/** The reason why there is no figure, as written in lower case; undefined when the text is no such symbol. */
export function readSymbol(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  // Word processors turn a lone hyphen into a dash.
  if (/^[‐‑‒–—−]$/u.test(written)) return '-';
  if (SYMBOLS.has(written)) return written;
  return BOUND.test(written) ? written.replace(/\s+/g, '') : undefined;
}
