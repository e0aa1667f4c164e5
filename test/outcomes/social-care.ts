/**
 * What docs/outcomes.md says of Wiltshire's children in social care at Key Stage 2, percent: no file of the samples has
 * it. `npm run conformance` holds each figure against the release itself (dfe/outcomes-social-care/ks2_la.csv).
 * Source: Department for Education, Outcomes for children in need, including children looked after, 2024/25, OGL v3.
 */

/** Children looked after for twelve months, 2023/24: Wiltshire (16 pupils), South West, England. RWM is not shown (c). */
export const lookedAfter = [
  ['reading', 50, 54, 53],
  ['writing', 44, 43, 46],
  ['maths', 38, 44, 47],
] as const;

export const LOOKED_AFTER_PUPILS = 16;

/** Of children in need (CINO), the year, the percentage with RWM and how many pupils they are. */
export const inNeed = [
  ['2021/22', 17, 82],
  ['2022/23', 14, 71],
  ['2023/24', 26, 58],
] as const;
