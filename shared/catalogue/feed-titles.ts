/**
 * The feeds with their titles alone, in the order of `feeds/feeds.ts`: for what names feeds and reads no file. The
 * columns that a feed recognises are the larger part of the catalogue, and answering needs none of them.
 */
export const feedTitles = [
  { id: 'send-monthly', title: 'SEND monthly figures' },
  { id: 'send-breakdown', title: 'SEND figures broken down' },
  { id: 'finance-monthly', title: 'High Needs finance forecasts' },
  { id: 'trajectory', title: 'Plan lines' },
  { id: 'published', title: 'Figures as published' },
  { id: 'programme', title: 'Programme and workstreams' },
  { id: 'milestones', title: 'Milestones' },
  { id: 'conditions', title: 'Conditions of the agreement' },
  { id: 'officer-ratings', title: 'Ratings by officers' },
  { id: 'risks', title: 'Risk registers' },
  { id: 'interventions', title: 'Interventions' },
  { id: 'report-narrative', title: 'Text of the monitoring report' },
  { id: 'recommendations', title: 'Recommendations' },
  { id: 'outcomes', title: 'Education results' },
  { id: 'cohorts', title: 'Cohorts followed through the years' },
  { id: 'overlaps', title: 'Pupils in several groups at once' },
  { id: 'dfe-statistics', title: 'DfE open data' },
] as const;
