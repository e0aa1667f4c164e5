import { whenText } from '../../shared/rating/period-text.ts';
import { addressOf } from '../address.ts';
import type { Condition, Evidence, Red } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';
import { figureOr, monthText } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { ratingHistory } from './rating-history.ts';
import { ratingTag } from './rating-tag.ts';

type Where = { readonly area: string; readonly asOf: string | undefined };

/** Each condition with what officers said of it, and what the figures that are its evidence say. */
export function conditions(items: readonly Condition[], where: Where): readonly HTMLElement[] {
  const ordered = items.toSorted((a, b) =>
    a.condition.localeCompare(b.condition, 'en-GB', { numeric: true }),
  );
  return [
    html(
      'ul',
      { class: 'register' },
      ordered.map((item) =>
        html(
          'li',
          { class: 'entry' },
          html('h3', {}, `${item.condition}. ${item.text ?? ''}`),
          html(
            'dl',
            { class: 'said' },
            html('div', {}, html('dt', {}, 'Officers said'), html('dd', {}, ratingHistory(item))),
            html(
              'div',
              {},
              html('dt', {}, 'The figures say'),
              html('dd', {}, evidenceOf(item.evidence, where)),
            ),
          ),
          item.commentary === null ? null : html('p', {}, item.commentary),
          item.red === null ? null : redNotes(item.red),
        ),
      ),
    ),
  ];
}

function evidenceOf(evidence: readonly Evidence[], { area, asOf }: Where): Content {
  if (evidence.length === 0) return html('span', { class: 'fine' }, 'no measure is named as its evidence');
  return html(
    'ul',
    { class: 'evidence' },
    evidence.map(({ metric, name, dimensions, period, value, unit, rating, text }) =>
      html(
        'li',
        {},
        rating === null ? null : ratingTag(rating),
        ' ',
        html('a', { href: addressOf({ area, page: 'measure', metric, dimensions, asOf }) }, name),
        text === null
          ? `: ${figureOr(value, unit)}${period === null ? '' : ` in ${monthText(period)}`}`
          : unbroken(text.startsWith(`${name}: `) ? text.slice(name.length) : `: ${text}`),
      ),
    ),
  );
}

/** Who answers for what is red, and what is missing. */
function redNotes({ of, owner, action, due, recommendations, missing }: Red): HTMLElement {
  const said = [
    ['Owner', owner],
    ['Action', action],
    ['Due', due === null ? null : whenText(due)],
    ['Recommendation', recommendations.length === 0 ? null : recommendations.join(', ')],
  ].filter(([, text]) => text != null);
  return html(
    'div',
    { class: 'red-notes' },
    of === 'figures'
      ? html('p', {}, 'The figures are red where officers are not, so this is asked for too:')
      : null,
    said.map(([name, text]) => redNote(name ?? '', text ?? '')),
    missing.map((text) => html('p', { class: 'fine' }, text)),
  );
}

/** Long enough that the rest of the condition would be lost behind it. */
const LONG = 220;

function redNote(name: string, text: string): HTMLElement {
  if (text.length <= LONG) return html('p', {}, html('strong', {}, `${name}: `), text);
  const each = text.split('; ');
  return html(
    'details',
    {},
    html('summary', {}, `${name}: ${each.length} of them`),
    html(
      'ul',
      { class: 'plain-list' },
      each.map((one) => html('li', {}, one)),
    ),
  );
}
