import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { html } from '../dom/element.ts';
import { periodText } from '../words/figure.ts';
import { ratingWords } from '../words/ratings.ts';
import { unbroken } from '../words/unbroken.ts';
import { dayText } from '../words/when.ts';
import { ratingTag } from './rating-tag.ts';
import { section } from './section.ts';

/** `amber/red: at risk, January 2025` */
function officersText({ rating, update }: NonNullable<Summary['overall']['officers']>): string {
  const when = update === null ? '' : `, ${periodText(update)}`;
  return `${ratingWords[rating].replace(/^[A-Z]/, (letter) => letter.toLowerCase())}${when}.`;
}

/** How the council stands, and why, before anything else. */
export function overall({ overall: judged, inYearGoal, sources, madeAt }: Summary): HTMLElement {
  const known = sources.flatMap(({ knownAt }) => knownAt ?? []).sort();
  const latest = known.at(-1);
  return section(
    'overall',
    'Overall rating',
    html('p', { class: 'overall-rating' }, ratingTag(judged.rating, true)),
    html('p', { class: 'overall-why' }, unbroken(judged.why)),
    html(
      'ul',
      { class: 'overall-notes' },
      judged.officers === null
        ? null
        : html('li', {}, html('strong', {}, 'Officers say: '), officersText(judged.officers)),
      html('li', {}, html('strong', {}, 'This year’s money: '), unbroken(inYearGoal.text)),
      judged.notCounted.length === 0
        ? null
        : html(
            'li',
            {},
            html('strong', {}, 'Not counted in the rating: '),
            `${judged.notCounted.join('; ')}.`,
          ),
    ),
    html(
      'p',
      { class: 'fine' },
      latest === undefined
        ? 'No file has come yet.'
        : `Worked out on ${dayText(madeAt)} from what was known by ${dayText(latest)}.`,
    ),
  );
}
