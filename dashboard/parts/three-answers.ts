import type { SeriesView } from '../../shared/recompute/views.ts';
import type { Answer } from '../api/ask.ts';
import type { List, RatingItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import { assuranceWords, variationWords } from '../words/answers.ts';
import { periodText } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { plainDayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { ratingTag } from './rating-tag.ts';
import { nothing, section } from './section.ts';

type Reasons = readonly { readonly text: string }[];

const HEADING = 'Three answers';

/** Is it on plan, has it really changed, will the plan be kept: each alone, with its reasons. */
export function threeAnswers(series: SeriesView, answer: Answer<List<RatingItem>>): HTMLElement {
  if (answer.kind === 'failed') return section('answers', HEADING, partFailure('The answers', answer));
  const item = answer.body.items.find((each) => isOf(each, series));
  if (!item) return section('answers', HEADING, nothing('No figure of this measure is known yet.'));
  const { rating, period, reasons, variation, assurance, officerRating, disagreement } = item;
  // A result of schools without a plan is rated by its gap; "off track" would say that there is one.
  const besideOthers = reasons[0]?.rule.startsWith('gap-') === true;
  return section(
    'answers',
    HEADING,
    html(
      'dl',
      { class: 'answers' },
      one(
        besideOthers ? 'How does it stand beside England?' : 'Is it on plan?',
        rating === null ? 'Not rated' : ratingTag(rating, !besideOthers),
        reasons,
        period === null ? null : `By the figure for ${periodText(period)}.`,
        officerRating == null
          ? null
          : html('span', {}, 'Officers say: ', ratingTag(officerRating), differText(disagreement)),
      ),
      one(
        'Has it really changed?',
        variationWords[variation?.state ?? 'not-enough'],
        variation?.reasons ?? [],
        basisOf(variation),
      ),
      one(
        'Will the plan be kept?',
        assuranceWords[assurance?.state ?? 'not-enough'],
        assurance?.reasons ?? [],
        'By the forecast, over the next twelve months.',
      ),
    ),
  );
}

/** Since when the two differ, where that is to be reported. */
function differText(disagreement: RatingItem['disagreement']): string | null {
  return disagreement ? `; the two have differed since ${plainDayText(disagreement.since)}.` : null;
}

function one(
  question: string,
  answer: Content,
  reasons: Reasons,
  basis: string | null,
  beside: Content = null,
) {
  return html(
    'div',
    { class: 'answer' },
    html('dt', {}, question),
    html(
      'dd',
      {},
      html('p', { class: 'answer-word' }, answer),
      reasons.map(({ text }) => html('p', {}, unbroken(text))),
      beside === null ? null : html('p', {}, beside),
      basis === null ? null : html('p', { class: 'fine' }, basis),
    ),
  );
}

function basisOf(variation: RatingItem['variation']): string | null {
  const basis = variation?.basis;
  if (!basis) return null;
  const what = basis.of === 'net-change' ? 'monthly changes' : 'figures';
  const trial = basis.trial ? ' Fewer than twelve of them: a first attempt.' : '';
  return `By ${basis.points} ${what} from ${periodText(basis.from)} to ${periodText(basis.to)}.${trial}`;
}

function isOf(item: RatingItem, { metric, dimensions }: SeriesView): boolean {
  const said = Object.entries(item.dimensions);
  return (
    item.metric === metric &&
    said.length === Object.keys(dimensions).length &&
    said.every(([name, value]) => dimensions[name] === value)
  );
}
