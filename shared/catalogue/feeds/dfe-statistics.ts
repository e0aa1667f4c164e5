import type { FeedColumn, FeedDefinition } from './feed.ts';

const column = (name: string, description: string, ...variants: string[]): FeedColumn => ({
  ...{ name, variants, description, required: false },
  holds: { kind: 'open-data' },
});

/** The columns by which a national file is known; which figures it holds, `../releases/` says. */
export const dfeStatistics: FeedDefinition = {
  id: 'dfe-statistics',
  title: 'DfE open data',
  description:
    'A data file of Explore Education Statistics as published, unaltered; or an export of the Local Authority Interactive Tool.',
  shape: 'open-data',
  role: 'actual',
  shared: true,
  columns: [
    column('time_period', 'The period: 2024, or 202425 for an academic year.', 'Years'),
    column('time_identifier', 'What sort of period it is: Calendar year, Academic year.'),
    column('geographic_level', 'National, Regional or Local authority; rows of other levels are not read.'),
    column('country_code', 'The code of the country.'),
    column('region_code', 'The ONS code of the region.'),
    column('old_la_code', 'The three-digit number of the council.', 'LA Number'),
    column('la_name', 'The name of the council.', 'LA and Regions'),
    column('short_desc', 'The short name of the measure (Local Authority Interactive Tool).'),
    column('values', 'The figure (Local Authority Interactive Tool).'),
  ],
};
