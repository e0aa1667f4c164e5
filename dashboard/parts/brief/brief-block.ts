import { stageOf } from '../../../shared/catalogue/outcomes/stages.ts';
import { measureText } from '../../../shared/outcomes/outcome-text.ts';
import { monthInLondon } from '../../../shared/period/london.ts';
import { financialYearOf } from '../../../shared/period/period.ts';
import type { SeriesView } from '../../../shared/recompute/views.ts';
import { addressOf } from '../../address.ts';
import { type Answer, ask } from '../../api/ask.ts';
import { askGaps } from '../../api/outcomes.ts';
import { type AreaItem, below, query } from '../../api/questions.ts';
import { askFinance, askKept, askKeptScenario } from '../../api/scenarios.ts';
import { type ChartRow, chartRows } from '../../chart/rows.ts';
import { type Content, html } from '../../dom/element.ts';
import { askMoney, plainBudget } from '../../scenario/finance-base.ts';
import { YEARS_AHEAD } from '../../words/brief.ts';
import { namesOf, travelled } from '../../words/gaps.ts';
import { dayText } from '../../words/when.ts';
import { chartTables } from '../chart-tables.ts';
import { partFailure } from '../failure.ts';
import { figuresShown } from '../figures.ts';
import { finding } from '../finding.ts';
import { moneyYears } from '../money-years.ts';
import { monthlyChart } from '../monthly-chart.ts';
import { gapsChart } from '../outcomes/gaps-chart.ts';
import { ratingTag } from '../rating-tag.ts';
import { nothing, section } from '../section.ts';
import { briefYears } from './brief-years.ts';

/** What a brief is of: a council, and the day that is looked from. */
export type BriefOf = {
  readonly area: string;
  readonly council: string;
  readonly region: AreaItem['region'];
  readonly asOf: string | undefined;
  /** The day of the figures, `9 January 2025`. */
  readonly day: string;
};

/** One chart of a brief: what it shows in a sentence, the picture, its table beneath and where it comes from. */
export function briefBlock(id: string, of: BriefOf): Promise<HTMLElement> {
  if (id === YEARS_AHEAD) return moneyBlock(of);
  return stageOf(id) === undefined ? seriesBlock(id, of) : resultBlock(id, of);
}

async function seriesBlock(metric: string, of: BriefOf): Promise<HTMLElement> {
  const answer: Answer<SeriesView> = await ask(
    `${below(of.area)}/series/${encodeURIComponent(metric)}${query({ asOf: of.asOf })}`,
  );
  if (answer.kind === 'failed') return block(metric, metric, partFailure('This chart', answer));
  const series = answer.body;
  const rows = chartRows(series);
  const last = series.points.findLast(({ value }) => value !== null);
  if (last === undefined) return block(metric, series.name, nothing('No figure of it has come yet.'));
  const monthly = rows.length > 0 && series.dimensions['financialYear'] === undefined;
  return block(
    metric,
    series.name,
    rated(series),
    ...(monthly
      ? [
          html('p', { class: 'finding' }, finding(series, rows)),
          monthlyChart(series, rows, 'brief'),
          chartTables(latest(rows), series.unit, metric),
        ]
      : figuresShown(series, { name: of.council, region: of.region })),
    sourceLine(`The council’s files, the latest figure known on ${dayText(last.knownAt)}`, metric, of),
  );
}

/** A year of figures and a year of forecast: the page of the measure has them all. */
function latest(rows: readonly ChartRow[]): readonly ChartRow[] {
  const last = rows.findLastIndex(({ actual }) => actual !== null);
  return rows.slice(Math.max(0, last - 12), last + 13);
}

function rated({ rating }: SeriesView): Content {
  if (rating === null) return null;
  const [first] = rating.reasons;
  return html(
    'p',
    { class: 'brief-rating' },
    ratingTag(rating.rating, true),
    first ? ` ${first.text}` : null,
  );
}

async function resultBlock(metric: string, of: BriefOf): Promise<HTMLElement> {
  const answer = await askGaps(of.area, { metric, dimensions: {}, asOf: of.asOf });
  if (answer.kind === 'failed') return block(metric, metric, partFailure('This chart', answer));
  const gaps = answer.body;
  const title = measureText(gaps.name, null);
  if (gaps.years.length === 0) return block(metric, title, nothing('No figure of it has come yet.'));
  const names = namesOf(of.council, gaps);
  const from = [...new Set(gaps.years.flatMap(({ council }) => council.source ?? []))];
  return block(
    metric,
    title,
    html('p', { class: 'finding' }, travelled(gaps, names)),
    gapsChart(gaps, names),
    ...briefYears(gaps, names),
    sourceLine(from.length === 0 ? 'Files of education results' : from.join('; '), metric, of),
  );
}

async function moneyBlock(of: BriefOf): Promise<HTMLElement> {
  const title = 'The money in the years ahead';
  const month = monthInLondon(of.asOf === undefined ? new Date() : new Date(`${of.asOf}T12:00:00.000Z`));
  const [money, kept] = await Promise.all([
    askMoney(of.area, of.asOf, financialYearOf(month)),
    askKept(of.area, of.asOf),
  ]);
  const first = kept.kind === 'ok' ? kept.body.items.find(({ model }) => model === 'finance') : undefined;
  const scenario = first && (await askKeptScenario(of.area, first.name));
  const isKept = scenario?.kind === 'ok' && scenario.body.model === 'finance';
  const budget =
    isKept && scenario.body.model === 'finance' ? scenario.body.scenario : plainBudget(money, month);
  const answer = await askFinance(of.area, { ...budget, sensitivity: {} });
  if (answer.kind === 'failed') return block(YEARS_AHEAD, title, partFailure('The years ahead', answer));
  const from = isKept
    ? `The council’s scenario “${budget.name ?? first?.name ?? ''}”`
    : 'The council’s finance files, carried on with income growing by 3% and prices by 2.2% a year';
  return block(YEARS_AHEAD, title, ...moneyYears(answer.body), sourceLine(from, undefined, of));
}

function block(id: string, heading: string, ...content: readonly Content[]): HTMLElement {
  const made = section(`brief-${id.replaceAll('.', '-')}`, heading, ...content);
  made.classList.add('brief-block');
  return made;
}

function sourceLine(source: string, metric: string | undefined, { area, asOf, day }: BriefOf): HTMLElement {
  const href =
    metric === undefined
      ? addressOf({ area, asOf, page: 'finance' })
      : addressOf({ area, asOf, page: 'measure', metric });
  return html(
    'p',
    { class: 'brief-source fine' },
    `Source: ${source}. As known on ${day}. `,
    html('a', { href, class: 'no-print' }, 'All its figures'),
  );
}
