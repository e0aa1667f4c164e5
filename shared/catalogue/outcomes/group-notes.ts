/** What every figure of a group must say, by group. Source: facts.md A9, A10; Department for Education, methodology. */
const notes: Readonly<Record<string, string>> = {
  disadvantaged:
    'Pupil Premium Plus is included: pupils in care and those who left care by adoption, guardianship or a child arrangements order count as disadvantaged, with all who had free school meals in the last six years. Children of service families do not.',
  'not-disadvantaged':
    'Pupils for whom schools get Pupil Premium Plus are not among these: they count as disadvantaged.',
  fsm: 'Pupils with free school meals now. Pupil Premium Plus plays no part: a pupil in care is here only with free school meals.',
  'not-fsm':
    'Pupils without free school meals now, some of whom had them earlier or are in care and so get Pupil Premium or Pupil Premium Plus.',
  cla: 'Looked after for twelve months or more by 31 March. Schools get Pupil Premium Plus for each of them, and they are among the disadvantaged too.',
  pcla: 'Left care by adoption, guardianship or a child arrangements order. Schools get Pupil Premium Plus for them, and they are among the disadvantaged too.',
  cin: 'With a child in need plan at 31 March, who belongs changes over the year, so that two years are not the same children.',
  'child-protection':
    'With a child protection plan at 31 March; who belongs changes over the year, so that two years are not the same children.',
  'summer-born-delayed':
    'Born in April to August and started school a year later than they might have. They are assessed with the year group in which they are taught.',
  'outside-year-group':
    'Taught with a year group above or below their age. They are assessed with the year group in which they are taught.',
};

/** What a figure of a group must be read with; undefined where there is nothing to say. */
export function groupNote(group: string | undefined): string | undefined {
  return group === undefined ? undefined : notes[group];
}

/** How delayed entry and held-back pupils are reflected, for every result of an assessment (A10). */
export const DELAYED_ENTRY =
  'A pupil counts in the year in which they are assessed with their class, not by age. A summer-born child who started a year late, or a pupil held back, is in the results of the later year; nothing published shows them apart.';
