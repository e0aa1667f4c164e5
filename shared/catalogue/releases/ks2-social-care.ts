import type { Release, ReleaseFigure } from './release.ts';

const subjects = {
  read: 'reading',
  writta: 'writing',
  mat: 'maths',
  rwm: 'rwm',
  gps: 'gps',
  scita: 'science',
} as const;

/** Outcomes for children in need, including children looked after: ks2_la.csv. */
export const ks2SocialCare: Release = {
  id: 'ks2-social-care',
  title: 'Key Stage 2 results of children in social care',
  filters: {
    social_care_group: {
      'CINO at 31 March': { group: 'cin' },
      'CPPO at 31 March': { group: 'child-protection' },
      'CLA 12 months at 31 March': { group: 'cla' },
    },
    version: { Final: {}, Revised: {}, Provisional: {} },
  },
  figures: Object.entries(subjects).map(
    ([column, subject]): ReleaseFigure => ({
      column: `pt_${column}_met_expected_standard`,
      metric: `ks2.${subject}`,
      written: 'percent',
      of: { numerator: `t_${column}_met_expected_standard`, denominator: `t_${column}_eligible_pupils` },
    }),
  ),
};
