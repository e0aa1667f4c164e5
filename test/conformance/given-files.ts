/**
 * What must become of each given file that breaks a rule, by its name. `rule` is the name that the rule has in the data
 * screener of the Department for Education (dfe-published-data-qa), or in the checks of its upload; `code` is ours.
 */
export type GivenFile = {
  readonly name: string;
  readonly rule: string;
} & (
  | { readonly code: string }
  /** Taken: the rule is rightly not our business. */
  | { readonly why: string }
);

const metadata = (what: string) =>
  `the rule is about the metadata (${what}), which is never dropped here; the data file is right`;

export const screenerFiles: readonly GivenFile[] = [
  {
    name: 'adding_z_locationCode',
    rule: 'country_combinations',
    why: 'the code z of a country goes with a name that the list lacks; z is told apart from England and such rows are passed over',
  },
  { name: 'blanks_indicators', rule: 'blanks_indicators', code: 'blank-cell' },
  { name: 'col_name_duplicate', rule: 'col_name_duplicate', why: metadata('a column described twice') },
  { name: 'col_type', rule: 'col_type', why: metadata('a type that is none') },
  { name: 'country_combinations', rule: 'country_combinations', code: 'country-code' },
  {
    name: 'data_to_meta_crosscheck',
    rule: 'data_to_meta_crosscheck',
    why: metadata('a column of the data is not described'),
  },
  { name: 'duplicate_label', rule: 'duplicate_label', why: metadata('two columns with one label') },
  { name: 'duplicate_variable_names', rule: 'duplicate_variable_names', code: 'duplicate-column' },
  {
    name: 'ethnicity_characteristics_filter_wrong_group_and_values',
    rule: 'ethnicity_characteristics',
    why: 'how ethnic groups are worded: no such filter is mapped, so no figure depends on it',
  },
  {
    name: 'fails_everything_ancillary',
    rule: 'ignored_rows',
    why: 'rows of institutions only, which the table tool does not show; they are passed over here too',
  },
  { name: 'fails_prescreening1', rule: 'time_period', code: 'time-period-form' },
  { name: 'file_separator', rule: 'file_separator', why: metadata('separated by tabs') },
  { name: 'filter_group', rule: 'filter_group', why: metadata('a group for an indicator') },
  { name: 'filter_group_level', rule: 'filter_group_level', why: metadata('a group as fine as its filter') },
  {
    name: 'filter_group_stripped',
    rule: 'filter_group_stripped',
    why: metadata('two groups alike but for spelling'),
  },
  {
    name: 'filter_level',
    rule: 'filter_level',
    why: 'a filter with a single value tells nothing apart, and what it says is still true',
  },
  { name: 'geographic_level', rule: 'geographic_level', code: 'unknown-geographic-level' },
  { name: 'geography_level_present', rule: 'geography_level_present', code: 'missing-column' },
  { name: 'indicator_dp', rule: 'indicator_dp', why: metadata('decimal places') },
  { name: 'indicator_dp_negative', rule: 'indicator_dp', why: metadata('decimal places') },
  { name: 'indicator_dp_validation', rule: 'indicator_dp_validation', why: metadata('decimal places') },
  { name: 'indicator_grouping', rule: 'indicator_grouping', why: metadata('a group for a filter') },
  {
    name: 'indicator_unit_validation',
    rule: 'indicator_unit_validation',
    why: metadata('a unit that is none'),
  },
  { name: 'invalid_meta_cols', rule: 'invalid_meta_cols', why: metadata('a column too many') },
  { name: 'invalid_type3', rule: 'file type', why: metadata('a workbook instead of CSV') },
  { name: 'la_combinations', rule: 'la_combinations', code: 'la-code' },
  { name: 'label_blank_notNA', rule: 'label', why: metadata('a blank label') },
  // Its rows about councils are wrong above its rows about partnerships.
  { name: 'lep_combinations', rule: 'lep_combinations', code: 'la-code' },
  { name: 'meta_empty_rows', rule: 'data_empty_cols', code: 'blank-cell' },
  {
    name: 'meta_to_data_crosscheck',
    rule: 'meta_to_data_crosscheck',
    why: metadata('a column that the data lacks'),
  },
  {
    name: 'multiple_stripped_filter_groups',
    rule: 'filter_group_stripped',
    why: metadata('groups alike but for spelling'),
  },
  { name: 'na_geography_code', rule: 'na_geography_code', code: 'not-available-code' },
  { name: 'naming_convention_meta', rule: 'naming_convention', code: 'metadata-file' },
  {
    name: 'non_standard_headers',
    rule: 'harmonised column names',
    why: 'how columns of ethnic groups are named: advice, and no such column is mapped',
  },
  { name: 'not_table_tool', rule: 'geography_level_present', code: 'missing-column' },
  { name: 'null', rule: 'null', code: 'blank-cell' },
  { name: 'ob_unit_total', rule: 'ob_unit_total', code: 'location-of-other-level' },
  {
    name: 'other_geography_code_duplicates',
    rule: 'other_geography_code_duplicates',
    code: 'place-twice',
  },
  { name: 'overcompleted_cols', rule: 'overcompleted_cols', code: 'location-of-other-level' },
  // As above: its rows about councils are wrong first.
  { name: 'pcon_combinations', rule: 'pcon_combinations', code: 'la-code' },
  { name: 'provider_col_incorrect', rule: 'geography_level_present', code: 'missing-column' },
  { name: 'region_combinations', rule: 'region_combinations', code: 'region-code' },
  {
    name: 'region_for_lad',
    rule: 'region_for_lad',
    why: 'advice to name the region of a district; districts are passed over here',
  },
  {
    name: 'roundedzero_symbols',
    rule: 'no_data_symbols',
    why: 'older symbols (~ and :) stand in files published before 2018; they are kept as what they are',
  },
  { name: 'sch_level_missing_col', rule: 'geography_level_present', code: 'missing-column' },
  { name: 'sch_prov', rule: 'ignored_rows', code: 'mixed-levels' },
  { name: 'time_identifier', rule: 'time_identifier', code: 'unknown-time-identifier' },
  { name: 'time_period', rule: 'time_period', code: 'time-period-form' },
  { name: 'time_validation', rule: 'time_validation', code: 'time-period-form' },
  { name: 'utf8', rule: 'utf8', why: 'this copy is sound UTF-8 with a byte order mark, which is read' },
  {
    name: 'whitespace_filters',
    rule: 'whitespace_filters',
    why: 'spaces around a cell are taken off, so that the two spellings are one',
  },
];

export const uploadFiles: readonly GivenFile[] = [
  { name: 'invalid_data_in_metadata_file', rule: 'metadata', why: metadata('what it says of a column') },
  {
    name: 'invalid_geographic_level_in_data_file',
    rule: 'geographic_level',
    code: 'unknown-geographic-level',
  },
  {
    name: 'invalid_time_identifier_in_data_file',
    rule: 'time_identifier',
    code: 'unknown-time-identifier',
  },
  {
    name: 'missing_columns_in_data_file',
    rule: 'meta_to_data_crosscheck',
    why: metadata('a column that the data lacks'),
  },
  { name: 'missing_geographic_level_column_in_data_file', rule: 'mandatory columns', code: 'missing-column' },
  { name: 'missing_observational_units_in_data_file', rule: 'mandatory columns', code: 'missing-column' },
  { name: 'missing_time_identifier_column_in_data_file', rule: 'mandatory columns', code: 'missing-column' },
  { name: 'missing_time_period_column_in_data_file', rule: 'mandatory columns', code: 'missing-column' },
  { name: 'quotes_in_data_file', rule: 'time_identifier', code: 'unknown-time-identifier' },
  { name: 'quotes_in_metadata_file', rule: 'metadata', why: metadata('a comma within quotes') },
  { name: 'quotes_in_metadata_file_headings', rule: 'metadata', why: metadata('a comma within a heading') },
  { name: 'unexpected_columns_in_metadata_file', rule: 'metadata', why: metadata('columns that are none') },
  {
    name: 'unexpected_metadata_in_metadata_file',
    rule: 'metadata',
    why: metadata('a column that the data lacks'),
  },
  { name: 'unexpected_number_of_columns_in_data_file', rule: 'number of cells', code: 'row-length' },
  {
    name: 'unexpected_number_of_columns_in_metadata_file',
    rule: 'metadata',
    why: metadata('the number of cells'),
  },
];
