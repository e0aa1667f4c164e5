import type { Unit } from '../../shared/catalogue/metric.ts';
import type { Measure } from '../../shared/recompute/summary/summary-view.ts';
import { type Content, html } from '../dom/element.ts';
import { gapWithShare } from '../words/figure.ts';

type Compared = Pick<NonNullable<Measure['plan']>, 'difference' | 'differencePercent' | 'standing'>;

/** A difference with an arrow for its direction and a word for whether that is good or bad. */
export function standing(compared: Compared, unit: Unit): Content {
  const { difference, differencePercent, standing: judged } = compared;
  if (difference === null) return null;
  if (difference === 0) return 'no difference';
  return [
    html('span', { class: 'gap' }, gapWithShare(difference, differencePercent, unit)),
    ' ',
    judged === null || judged === 'level'
      ? null
      : html(
          'span',
          { class: `standing standing-${judged}` },
          html('span', { 'aria-hidden': 'true' }, difference > 0 ? '▲ ' : '▼ '),
          judged,
        ),
  ];
}
