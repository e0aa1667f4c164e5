/** The fixed words of the report's form, in our own wording. Source: facts.md part B, the quarterly monitoring report. */

/** What the report asks of the plan, by the position of its answer in the feed `report-narrative`. */
export const onTrackQuestions = [
  { position: '1', question: 'On track for this year’s agreed deficit?' },
  { position: '2', question: 'On track for no deficit at the end of the agreement?' },
  { position: '3', question: 'Is the capital project on track?' },
] as const;

/** Who signs: roles, never persons. */
export const signingRoles = ['S151 officer', 'Director of children’s services'] as const;

/** The DfE's monitoring scale. */
export const ratingDefinitions = [
  { rating: 'Blue', meaning: 'Savings, avoided cost or workstreams are complete' },
  { rating: 'Green', meaning: 'Savings, avoided cost or workstreams stay on target' },
  { rating: 'Amber', meaning: 'Off target now, with plans to mitigate' },
  { rating: 'Red', meaning: 'Off target' },
] as const;

/** At most so many drivers, barriers and examples of engagement. */
export const MOST_STATED = 3;
