/**
 * A heading without case, spacing, accents and punctuation: `No. placed in INMSS` → `noplacedininmss`.
 * A per cent sign is no punctuation: `INMSS %` is another thing than `INMSS`.
 */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replace(/[^a-z0-9]/g, '');
}

/** The known name that is nearest to a misspelt one; undefined when none is near enough to be meant. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const written = plainHeading(text);
  // A misspelling of a third of the letters is no longer one.
  let allowed = Math.floor(Math.min(written.length, LONGEST) / 3);
  if (written.length > LONGEST) return undefined;
  let nearest: string | undefined;
  for (const name of names) {
    // A name cut short or drawn out: `dsg.cumulative`, `tribunal_appeals_registered`.
    const plain = plainHeading(name);
    const shorter = plain.length < written.length ? plain : written;
    if (shorter.length >= 6 && plain.startsWith(shorter) && written.startsWith(shorter)) return name;
    const distance = editDistance(written, plain);
    if (distance <= allowed && (distance < allowed || nearest === undefined)) {
      nearest = name;
      allowed = distance;
    }
  }
  return nearest;
}

const LONGEST = 60;

/** Letters to insert, delete or replace to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
