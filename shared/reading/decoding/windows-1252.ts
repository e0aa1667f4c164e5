/** What these bytes say in Windows-1252, in which £ is A3; undefined where they are none of its characters. */
export function windows1252(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes);
  // The five places that it leaves free: no editor writes them, so it is another encoding or no text.
  return /[\u0081\u008D\u008F\u0090\u009D]/u.test(text) ? undefined : text;
}
