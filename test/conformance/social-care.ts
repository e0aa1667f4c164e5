import { join } from 'node:path';
import { inNeed, LOOKED_AFTER_PUPILS, lookedAfter } from '../outcomes/social-care.ts';
import type { Check } from './check.ts';
import { handRows } from './independent/table.ts';

const COLUMNS = { reading: 'read', writing: 'writta', maths: 'mat' } as const;
/** Headings and cells by which the row of a place is known. */
const PLACES = {
  Wiltshire: { new_la_code: 'E06000054' },
  'South West': { geographic_level: 'Regional', region_code: 'E12000009' },
  England: { geographic_level: 'National' },
} as const;
type Place = keyof typeof PLACES;
const LOOKED_AFTER = 'CLA 12 months at 31 March';
const IN_NEED = 'CINO at 31 March';

/** What docs/outcomes.md says of children in social care, figure by figure, against the release read by hand. */
export function* socialCareFindings(folder: string): Generator<Check> {
  const rows = handRows(join(folder, 'dfe/outcomes-social-care/ks2_la.csv'));
  const cell = (year: string, group: string, place: Place, column: string): string => {
    const wanted = Object.entries({ time_period: year, social_care_group: group, ...PLACES[place] });
    const found = rows.filter((row) => wanted.every(([heading, value]) => row(heading) === value));
    return found.length === 1 ? (found[0]?.(column) ?? '') : `${found.length} rows`;
  };
  const held = (what: string, stated: number, found: string): Check => ({
    right: found === String(stated),
    line: `${what}: ${stated}, in the release ${found}`,
  });
  for (const [subject, own, region, england] of lookedAfter) {
    const share = `pt_${COLUMNS[subject]}_met_expected_standard`;
    const pupils = `t_${COLUMNS[subject]}_eligible_pupils`;
    for (const [place, stated] of [
      ['Wiltshire', own],
      ['South West', region],
      ['England', england],
    ] as const)
      yield held(`looked after, ${subject}, ${place}`, stated, cell('202324', LOOKED_AFTER, place, share));
    const counted = cell('202324', LOOKED_AFTER, 'Wiltshire', pupils);
    yield held(`looked after, ${subject}, pupils`, LOOKED_AFTER_PUPILS, counted);
  }
  for (const [year, share, pupils] of inNeed) {
    const of = (column: string) => cell(year.replace('/', ''), IN_NEED, 'Wiltshire', column);
    yield held(`in need, ${year}`, share, of('pt_rwm_met_expected_standard'));
    yield held(`in need, ${year}, pupils`, pupils, of('t_rwm_eligible_pupils'));
  }
}
