import type { Area } from '../areas.ts';

/** The edition by which councils are compared: the newest model, of 2025. A change of it changes every comparison. */
export const editionInUse = '2025';

/** The ONS codes of a council's statistical neighbours that are still councils, nearest first. */
export function neighboursInUse({ neighbours }: Pick<Area, 'neighbours'>): readonly string[] {
  return neighbours[editionInUse].flatMap(({ code }) => code ?? []);
}
