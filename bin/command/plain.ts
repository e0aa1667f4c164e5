/** Text of a file or of the other side without control characters, which could rewrite a terminal. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
}

const numbers = new Intl.NumberFormat('en-GB');

/** `1 row`, `2 rows`, `1,200 rows`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}
