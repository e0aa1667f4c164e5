import type { Unit } from '../../../shared/catalogue/metric.ts';
import type { Arrow } from '../../../shared/outcomes/arrow.ts';
import { shortGapText } from '../../../shared/outcomes/outcome-text.ts';
import type { ScorecardRow } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { type Content, html } from '../../dom/element.ts';

type Shown = Pick<NonNullable<ScorecardRow['trend']>, 'difference' | 'arrow' | 'chance'>;

/** A difference with its arrow and a word for whether it is good, and what is known of chance. */
export function gapContent(gap: Shown, unit: Unit): Content {
  return [
    html('span', { class: 'gap' }, shortGapText(gap.difference, unit)),
    ' ',
    arrowContent(gap.arrow),
    gap.chance.judged
      ? html('span', { class: 'fine' }, gap.chance.beyond ? 'more than chance' : 'no more than chance')
      : null,
  ];
}

/** The arrow alone is hidden from who hears the page: the word says it. */
export function arrowContent(arrow: Arrow): Content {
  if (arrow === 'flat') return html('span', { class: 'fine-inline' }, 'level');
  const good = arrow.endsWith('good');
  return html(
    'span',
    { class: `standing standing-${good ? 'better' : 'worse'}` },
    html('span', { 'aria-hidden': 'true' }, arrow.startsWith('up') ? '▲ ' : '▼ '),
    good ? 'better' : 'worse',
  );
}
