import { groupNote } from '../../shared/catalogue/outcomes/group-notes.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { type Address, addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import { type AreaItem, askMeasurePage, type MeasureAnswers } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import type { PageContent } from '../page.ts';
import { accuracy } from '../parts/accuracy.ts';
import { background } from '../parts/background.ts';
import { chartSection } from '../parts/chart-section.ts';
import { comparators } from '../parts/comparators.ts';
import { earlierFigures } from '../parts/earlier-figures.ts';
import { figures } from '../parts/figures.ts';
import { outlook } from '../parts/outlook.ts';
import { ratingOverTime } from '../parts/rating-over-time.ts';
import { nothing } from '../parts/section.ts';
import { threeAnswers } from '../parts/three-answers.ts';
import { titleText } from '../words/breakdown.ts';

/** One measure: its three answers, its figures and where each came from, what is expected, and what it means. */
export async function measurePage(area: AreaItem, address: Address): Promise<Answer<PageContent>> {
  const { metric, asOf } = address;
  if (metric === undefined)
    return { kind: 'failed', status: 404, detail: 'The address names no measure. Choose one from the list.' };
  const answers = await askMeasurePage(area.code, { ...address, metric });
  if (answers.series.kind === 'failed') return answers.series;
  const series = answers.series.body;
  const name = titleText(series);
  const known = series.points.length > 0;
  return {
    kind: 'ok',
    body: {
      title: `${name}: ${area.name}`,
      content: [
        html('h1', {}, name),
        html('p', { class: 'lead' }, area.name),
        ...(known
          ? whatIsKnown(series, answers, area, asOf)
          : [
              nothing('No figure of this measure has come yet.'),
              html(
                'p',
                {},
                html('a', { href: addressOf({ area: area.code, page: 'files' }) }, 'See which files are due'),
                ', and take one to fill in. What the measure needs stands below.',
              ),
            ]),
        background(series.metric, answers.metrics, groupNote(series.dimensions['group'])),
      ],
    },
  };
}

function whatIsKnown(
  series: SeriesView,
  { series: answer, ratings, changes }: MeasureAnswers,
  area: AreaItem,
  asOf: string | undefined,
): readonly HTMLElement[] {
  // Year-end money is forecast anew each quarter: lines between quarters would say what nobody knows.
  const monthly = series.frequency === 'month' && series.dimensions['financialYear'] === undefined;
  return [
    threeAnswers(series, ratings),
    monthly ? chartSection('Figures, plan and forecast', answer) : figures('Figures and plan', series, area),
    ratingOverTime(changes),
    ...outlook(series),
    ...accuracy(series),
    ...comparators(series),
    earlierFigures(series, asOf),
  ];
}
