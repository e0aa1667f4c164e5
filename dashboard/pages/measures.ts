import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askRatings, type RatingItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { ratingTag } from '../parts/rating-tag.ts';
import { nothing } from '../parts/section.ts';
import { type Column, table } from '../parts/table.ts';
import { assuranceWords, variationWords } from '../words/answers.ts';
import { breakdownText, isWhole, titleText } from '../words/breakdown.ts';
import { periodText } from '../words/figure.ts';
import { unbroken } from '../words/unbroken.ts';

/** Every measure that has a figure, with its three answers and the way to its page. */
export async function measuresPage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const rated = await askRatings(area.code, address.asOf);
  if (rated.kind === 'failed') return rated;
  const { items } = rated.body;
  const whole = items.filter(isWhole);
  const splits = [
    ...Map.groupBy(
      items.filter((item) => !isWhole(item)),
      ({ name }) => name,
    ),
  ];
  return {
    kind: 'ok',
    body: {
      title: `All measures: ${area.name}`,
      content: [
        html('h1', {}, 'All measures'),
        html(
          'p',
          { class: 'lead' },
          `${area.name}: is each on plan, has it really changed, and will the plan be kept?`,
        ),
        items.length === 0
          ? nothing('No figure has come yet. Measures appear here within seconds of the first file.')
          : table(
              'Each answer stands alone: a figure can be on plan and getting worse.',
              columns(address, titleText),
              whole,
              'table-answers table-cards',
            ),
        ...splits.map(([name, each]) =>
          html(
            'details',
            { class: 'splits' },
            html('summary', {}, `${name}, by group (${each.length})`),
            table(name, columns(address, breakdownText), each, 'table-answers table-cards'),
          ),
        ),
      ],
    },
  };
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
    { heading: 'Month or year', cell: ({ period }) => (period === null ? 'none' : periodText(period)) },
    { heading: 'Rating', kind: 'own', cell: ratingOf },
    {
      heading: 'Really changed?',
      cell: ({ variation }) => variationWords[variation?.state ?? 'not-enough'],
    },
    {
      heading: 'Will the plan be kept?',
      cell: ({ assurance }) => assuranceWords[assurance?.state ?? 'not-enough'],
    },
    {
      heading: 'Why',
      cell: ({ reasons, variation }) => unbroken((reasons[0] ?? variation?.reasons[0])?.text ?? ''),
    },
  ];
}

function ratingOf({ rating }: RatingItem): Content {
  return rating === null ? html('span', { class: 'fine' }, 'not rated') : ratingTag(rating);
}
