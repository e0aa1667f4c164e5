/** How the rating or score of an entry moved from one update to the next. */
export const movements = ['better', 'same', 'worse'] as const;
export type Movement = (typeof movements)[number];
