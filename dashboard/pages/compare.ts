import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askSeries, askSummary } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { choices } from '../parts/choices.ts';
import { type MeasureList, measureName, measurePairs, measuresOf } from '../parts/compare/measure-pairs.ts';
import { overallPair } from '../parts/compare/overall-pair.ts';
import { resultPairs } from '../parts/compare/result-pairs.ts';
import { seriesPair } from '../parts/compare/series-pair.ts';
import type { Sides } from '../parts/compare/side.ts';
import { partFailure } from '../parts/failure.ts';
import { nothing, section } from '../parts/section.ts';
import { measureKey } from '../words/comparison.ts';

/** Two councils side by side, each against its own plan: the one of the address, and the one that `with` names. */
export async function comparePage(
  area: AreaItem,
  address: Address,
  areas: readonly AreaItem[],
): Promise<Answer<PageContent>> {
  const others = areas.filter(({ code }) => code !== area.code);
  const { with: wanted } = address.dimensions;
  const other = others.find(({ code }) => code === wanted) ?? others[0];
  if (other === undefined) return pageOf(area, [lead(area.name), alone(area)]);
  const { asOf } = address;
  const [own, beside] = await Promise.all([askSummary(area.code, asOf), askSummary(other.code, asOf)]);
  if (own.kind === 'failed' && beside.kind === 'failed') return own;
  const sides: Sides = [
    { area, summary: own },
    { area: other, summary: beside },
  ];
  return pageOf(area, [
    lead(`${area.name} beside ${other.name}: how each stands against its own plan`),
    ...insteadOf(wanted, area, other),
    picker(areas, sides, address),
    ...sides.flatMap(({ area: { name }, summary }) =>
      summary.kind === 'failed' ? [partFailure(`The figures of ${name}`, summary)] : [],
    ),
    overallPair(sides, asOf),
    measurePairs(sides, children, asOf),
    measurePairs(sides, headlines, asOf),
    await drawn(sides, address),
    resultPairs(sides, asOf),
  ]);
}

const children: MeasureList = {
  id: 'children-pairs',
  heading: 'Children waiting and served',
  caption: 'The latest figure of each council. No figure is neither good nor bad.',
  list: (body) => body.children,
};

const headlines: MeasureList = {
  id: 'headline-pairs',
  heading: 'Headline measures',
  caption:
    'The latest figure of each council, its rating, and its difference to its own plan. Numbers and pounds are larger in a larger council; shares can be read side by side. How many children live in each council is not among the figures, so nothing is shown for each 1,000 children.',
  list: (body) => body.headlines,
};

/** Every measure that either council lists, once. */
function offered(sides: Sides) {
  return [...measuresOf(sides, headlines.list), ...measuresOf(sides, children.list)].flatMap(
    ({ first, second }) => first ?? second ?? [],
  );
}

/** The measure that is drawn: the one that the address names, else the first. */
function chosen(sides: Sides, { metric, dimensions: { with: _, ...dimensions } }: Address) {
  const all = offered(sides);
  if (metric === undefined) return all[0];
  const key = measureKey({ metric, dimensions });
  return all.find((each) => measureKey(each) === key) ?? all.find((each) => each.metric === metric) ?? all[0];
}

function picker(areas: readonly AreaItem[], sides: Sides, address: Address): HTMLElement {
  const [{ area }, { area: other }] = sides;
  const councils = areas.map(({ code, name }) => ({ value: code, text: name }));
  const measures = offered(sides);
  const drawnNow = chosen(sides, address);
  return choices(
    [
      { name: 'area', label: 'Council', value: area.code, options: councils },
      { name: 'with', label: 'Beside', value: other.code, options: councils },
      {
        name: 'measure',
        label: 'Measure in the chart',
        value: drawnNow === undefined ? '' : measureKey(drawnNow),
        options: measures.map((each) => ({ value: measureKey(each), text: measureName(each) })),
      },
    ],
    ({ area: code, with: beside = '', measure: key }) => {
      const measure = measures.find((each) => measureKey(each) === key);
      return addressOf({
        ...{ area: code, page: 'compare', metric: measure?.metric, asOf: address.asOf },
        dimensions: { with: beside, ...measure?.dimensions },
      });
    },
  );
}

async function drawn(sides: Sides, address: Address): Promise<HTMLElement> {
  const measure = chosen(sides, address);
  if (measure === undefined) return section('series-pair', 'Over time', nothing('There is nothing to draw.'));
  const { metric, dimensions } = measure;
  const asked = { metric, dimensions, asOf: address.asOf };
  const [{ area }, { area: other }] = sides;
  const [own, beside] = await Promise.all([askSeries(area.code, asked), askSeries(other.code, asked)]);
  return section(
    'series-pair',
    'Over time',
    seriesPair(measureName(measure), [
      { area, series: own },
      { area: other, series: beside },
    ]),
  );
}

/** Says so where another council is shown than the address asks for. */
function insteadOf(wanted: string | undefined, area: AreaItem, other: AreaItem): readonly HTMLElement[] {
  if (wanted === undefined || wanted === other.code) return [];
  const why =
    wanted === area.code
      ? `${area.name} cannot be compared with itself.`
      : `You may not see a council with the code “${wanted.slice(0, 20)}”, or there is none here.`;
  return [html('p', { class: 'notice' }, `${why} ${other.name} is shown instead.`)];
}

function alone({ name }: AreaItem): HTMLElement {
  return section(
    'alone',
    'There is one council so far',
    nothing(`${name} is the only council that you may see here, so there is nothing to compare it with.`),
    html(
      'p',
      {},
      'Ask whoever looks after Bellwether to add another: its code goes into the list of councils in the settings, and your sign-in has to cover it too. As soon as it is there, it can be chosen here.',
    ),
  );
}

function lead(text: string): HTMLElement {
  return html('p', { class: 'lead' }, text);
}

function pageOf(area: AreaItem, content: readonly HTMLElement[]): Answer<PageContent> {
  return {
    kind: 'ok',
    body: {
      title: `Compare two councils: ${area.name}`,
      content: [html('h1', {}, 'Compare two councils'), ...content],
    },
  };
}
