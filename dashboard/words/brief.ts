/** The item of a brief that is no measure: the money in the years ahead. */
export const YEARS_AHEAD = 'years-ahead';

/** What a schools forum or a scrutiny committee asks first: the plans, where they lead, the money, then results. */
export const USUAL_BRIEF = [
  'ehcp.active',
  'inmss.share',
  YEARS_AHEAD,
  'eyfsp.gld',
  'ks2.rwm',
  'absence.persistent',
] as const;

/** More would be a report, not a brief. */
export const MOST_ITEMS = 12;

/** Which charts an address asks for, in their order, each once; the usual ones where it says nothing. */
export function chosenIn(shown: string | undefined): readonly string[] {
  if (shown === undefined) return USUAL_BRIEF;
  return [...new Set(shown.split(',').filter((id) => id !== ''))].slice(0, MOST_ITEMS);
}

/** What an address says of a choice; undefined for the usual one. */
export function saidOf(chosen: readonly string[]): string | undefined {
  const said = chosen.join(',');
  return said === USUAL_BRIEF.join(',') ? undefined : said;
}

/** The list with one of its items a place nearer to the beginning (−1) or the end (1); at an end it stays. */
export function moved(chosen: readonly string[], id: string, by: 1 | -1): readonly string[] {
  const at = chosen.indexOf(id);
  const other = chosen[at + by];
  if (at < 0 || other === undefined) return chosen;
  return chosen.map((each, place) => (place === at ? other : place === at + by ? id : each));
}
