import type { Rating } from '../../shared/rating/rating.ts';

/** What each rating says in words; `grey` has no figure to rate. Source: contract, section 3. */
export const ratingWords = {
  blue: 'Blue: complete',
  green: 'Green: on track',
  'amber-green': 'Amber/green: slightly off track',
  amber: 'Amber: off track',
  'amber-red': 'Amber/red: at risk',
  red: 'Red: well off track',
  grey: 'Grey: not rated',
  black: 'Black: cancelled',
} as const satisfies Record<Rating, string>;

/** The rating's name alone. */
export function ratingName(rating: Rating): string {
  return ratingWords[rating].split(':')[0] ?? rating;
}
