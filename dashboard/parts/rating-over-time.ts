import { ratings } from '../../shared/rating/rating.ts';
import { variationStates } from '../../shared/rating/variation/states.ts';
import type { RatingChange } from '../../shared/recompute/rating-change.ts';
import type { Answer, List } from '../api/ask.ts';
import { type Content, html } from '../dom/element.ts';
import { assuranceWords, variationWords } from '../words/answers.ts';
import { periodLabel } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';
import { dayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { ratingTag } from './rating-tag.ts';
import { nothing, section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

const HEADING = 'How the answers have changed';
const AT_ONCE = 6;

/** How the rating has changed, the last change first, and below it the other two answers. */
export function ratingOverTime(answer: Answer<List<RatingChange>>): HTMLElement {
  if (answer.kind === 'failed') return section('history', HEADING, partFailure('The changes', answer));
  const { items } = answer.body;
  const rated = items.filter(({ of }) => of === 'rating');
  const others = items.filter(({ of }) => of !== 'rating');
  return section(
    'history',
    HEADING,
    rated.length === 0
      ? nothing('The rating has never changed: it was never rated.')
      : list('Rating, the last change first', ratingColumns, rated),
    others.length === 0
      ? null
      : html(
          'details',
          {},
          html('summary', {}, 'Changes of the other two answers'),
          list('The last change first', otherColumns, others),
        ),
  );
}

function list(caption: string, columns: readonly Column<RatingChange>[], items: readonly RatingChange[]) {
  const rest = items.slice(AT_ONCE);
  const name = 'table-rating-changes table-cards';
  return [
    table(caption, columns, items.slice(0, AT_ONCE), name),
    rest.length === 0
      ? null
      : html(
          'details',
          {},
          html('summary', {}, `Show the ${rest.length} changes before`),
          table('The changes before', columns, rest, name),
        ),
  ];
}

const since: Column<RatingChange> = {
  heading: 'From',
  kind: 'row',
  cell: ({ period, recordedAt }) => (period === null ? dayText(recordedAt) : periodLabel(period)),
};
const known: Column<RatingChange> = {
  heading: 'Known',
  cell: ({ knownAt, recordedAt }) => dayText(knownAt ?? recordedAt),
};
const why: Column<RatingChange> = {
  heading: 'Why',
  kind: 'prose',
  cell: ({ reason }) => (reason === null ? NOTHING : unbroken(reason.text)),
};

const ratingColumns: readonly Column<RatingChange>[] = [
  since,
  { heading: 'Rating', cell: ({ to }) => ratingOr(to) },
  { heading: 'Was', cell: ({ from }) => (from === null ? NOTHING : ratingOr(from)) },
  known,
  why,
];

const otherColumns: readonly Column<RatingChange>[] = [
  since,
  {
    heading: 'Question',
    cell: ({ of }) => (of === 'variation' ? 'Has it really changed?' : 'Will the plan be kept?'),
  },
  { heading: 'Answer', cell: ({ to }) => answerText(to) },
  known,
  why,
];

function ratingOr(state: string | null): Content {
  const rating = ratings.find((each) => each === state);
  return rating === undefined ? 'not rated' : ratingTag(rating);
}

function answerText(state: string | null): string {
  const variation = variationStates.find((each) => each === state);
  if (variation !== undefined) return variationWords[variation];
  return state === 'reliable' || state === 'hit-or-miss' || state === 'will-miss'
    ? assuranceWords[state]
    : NOTHING;
}
