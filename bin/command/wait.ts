/** Milliseconds to wait, from whole seconds as written; what is wrong with them otherwise. 120 s unless told. */
export function waitOf(text = '120'): number | string {
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1000;
  return `Cannot wait "${text}" seconds: --wait takes a whole number.`;
}
