/** Words in rows of no more letters than there is room for; a longer word has a row of its own. */
export function wrapped(words: readonly string[], letters: number): readonly string[] {
  const rows: string[] = [];
  for (const word of words) {
    const longer = `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && longer.length <= letters) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}
