/** The columns that say which place a row is about: its code (or codes) first, its name last. */
export type LevelColumns = readonly string[];

const code = (name: string): LevelColumns => [`${name}_code`, `${name}_name`];

/**
 * The geographic levels of the standard for open data, with the columns that rows of a level need.
 * Source: Department for Education, Analysts' guide, open data standards, and the matrix of the data screener.
 */
export const levels: ReadonlyMap<string, LevelColumns> = new Map([
  ['National', code('country')],
  ['Regional', code('region')],
  ['Local authority', ['new_la_code', 'old_la_code', 'la_name']],
  ['Local authority district', code('lad')],
  ['RSC region', ['rsc_region_lead_name']],
  ['Parliamentary constituency', code('pcon')],
  ['Local skills improvement plan area', code('lsip')],
  ['Local enterprise partnership', code('local_enterprise_partnership')],
  ['English devolved area', code('english_devolved_area')],
  // What English devolved areas were called before.
  ['Mayoral combined authority', code('mayoral_combined_authority')],
  ['Opportunity area', code('opportunity_area')],
  ['Ward', code('ward')],
  ['MAT', ['trust_id', 'trust_name']],
  ['Sponsor', ['sponsor_id', 'sponsor_name']],
  ['School', ['school_urn', 'school_laestab', 'school_name']],
  ['Provider', ['provider_ukprn', 'provider_name']],
  ['Institution', ['institution_id', 'institution_name']],
  // The service shows no planning areas, and the screener asks for none of their columns.
  ['Planning area', []],
  ['Police force area', code('pfa')],
]);

const LOCATION =
  /^(country|region|new_la|old_la|la|lad|pcon|lsip|local_enterprise_partnership|english_devolved_area|mayoral_combined_authority|opportunity_area|ward|trust|sponsor|school|provider|institution|rsc_region|planning_area|pfa|police_force_area)_/;

/** True for a column that names a place: it is blank on rows about larger places. */
export function isLocation(column: string): boolean {
  return LOCATION.test(column);
}
