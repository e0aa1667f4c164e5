import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askMetrics, askRatings, type RatingItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { ratingTag } from '../parts/rating-tag.ts';
import { nothing, section } from '../parts/section.ts';
import { type Column, NOTHING, table } from '../parts/table.ts';
import { assuranceWords, variationWords } from '../words/answers.ts';
import { breakdownText, isWhole, titleText } from '../words/breakdown.ts';
import { periodLabel } from '../words/figure.ts';
import { type Subject, subjectsOf } from '../words/subjects.ts';
import { unbroken } from '../words/unbroken.ts';

/** Every measure that has a figure, by what it is about, with its three answers and the way to its page. */
export async function measuresPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const [rated, metrics] = await Promise.all([askRatings(area.code, address.asOf), askMetrics()]);
  if (rated.kind === 'failed') return rated;
  if (metrics.kind === 'failed') return metrics;
  const units = new Map(metrics.body.items.map(({ id, unit }) => [id, unit]));
  const items = rated.body.items.map((item) => ({ ...item, unit: units.get(item.metric) ?? 'count' }));
  return {
    kind: 'ok',
    body: {
      title: `All measures: ${area.name}`,
      content: [
        html('h1', {}, 'All measures'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: is each on plan, has it really changed, and will the plan be kept? Each answer stands alone: a figure can be on plan and getting worse. A dash: it cannot be told.`,
        ),
        ...(items.length === 0
          ? [nothing('No figure has come yet. Measures appear here within seconds of the first file.')]
          : subjectsOf(items).map((subject) => about(subject, address))),
      ],
    },
  };
}

/** The measures of one subject, those of whole before those of its parts. */
function about({ id, name, items }: Subject<RatingItem>, address: Address): HTMLElement {
  const whole = items.filter(isWhole);
  const splits = Map.groupBy(
    items.filter((item) => !isWhole(item)),
    (item) => item.name,
  );
  return section(
    `about-${id}`,
    name,
    whole.length === 0
      ? null
      : table(countedMeasures(whole.length), columns(address, titleText), whole, 'table-answers table-cards'),
    [...splits].map(([of, each]) =>
      html(
        'details',
        { class: 'splits' },
        html('summary', {}, `${of}, by group (${each.length})`),
        table(of, columns(address, breakdownText), each, 'table-answers table-cards'),
      ),
    ),
  );
}

function countedMeasures(count: number): string {
  return count === 1 ? 'One measure' : `${count} measures`;
}

function columns(
  { area, asOf }: Address,
  title: (item: RatingItem) => string,
): readonly Column<RatingItem>[] {
  return [
    {
      heading: 'Measure',
      kind: 'row',
      cell: (item) =>
        html(
          'a',
          {
            href: addressOf({
              ...{ area, page: 'measure', metric: item.metric, asOf },
              dimensions: item.dimensions,
            }),
          },
          title(item),
        ),
    },
    { heading: 'Month or year', cell: ({ period }) => (period === null ? 'none' : periodLabel(period)) },
    { heading: 'Rating', kind: 'own', cell: ratingOf },
    {
      heading: 'Really changed?',
      cell: ({ variation }) => toldOr(variation?.state, variationWords),
    },
    {
      heading: 'Will the plan be kept?',
      cell: ({ assurance }) => toldOr(assurance?.state, assuranceWords),
    },
    {
      heading: 'Why',
      kind: 'prose',
      cell: ({ reasons, variation }) => unbroken((reasons[0] ?? variation?.reasons[0])?.text ?? ''),
    },
  ];
}

/** An answer in words, or a dash: its own page says why there is none. */
function toldOr<State extends string>(
  state: State | undefined,
  words: Readonly<Record<State, string>>,
): string {
  return state === undefined || state === 'not-enough' || state === 'not-applicable' ? NOTHING : words[state];
}

function ratingOf({ rating }: RatingItem): Content {
  return rating === null ? html('span', { class: 'fine' }, 'not rated') : ratingTag(rating);
}
