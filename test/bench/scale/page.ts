import { quantile } from '../figure.ts';
import { allCouncilsSection, lastRun } from './all-councils.ts';
import { costOf, type Price, prices, total, type Usage } from './cost.ts';
import { accountConcurrency, prefix, requestsASecond } from './limits.ts';
import type { Measured } from './measured.ts';
import type { Seconds } from './seconds.ts';
import type { Day } from './worst-day.ts';

export type Modelled = {
  readonly measured: Measured;
  readonly seconds: Seconds;
  /** In this order: what happens, and what the target is in seconds where there is one. */
  readonly days: readonly { readonly what: string; readonly day: Day; readonly target?: number }[];
  /** Of the largest number of councils, in the hour when everybody opens the pages. */
  readonly busiest: {
    readonly councils: number;
    readonly requests: number;
    readonly invocations: number;
    readonly puts: number;
  };
  readonly months: readonly { readonly what: string; readonly usage: Usage; readonly target: number }[];
};

/** docs/reference/scale.md. */
export function scalePage({ measured, seconds, days, busiest, months }: Modelled): string {
  const services = [...new Set(months.flatMap(({ usage }) => [...costOf(usage).keys()]))];
  return [
    '# How it grows',
    '',
    'Written by `npm run bench -- scale --write`: a model, not a measurement of AWS. What the functions do was measured in the same run, over the code that is deployed; the limits are those that AWS publishes; what nobody outside can know is assumed and listed below.',
    '',
    '## The worst day',
    '',
    'Every council puts 12 files within one hour. Fresh: the seconds from the put to the run that shows it.',
    '',
    '| what happens | files or runs | fresh, half | fresh, 99 of 100 | fresh, last | target | most waiting: ingest, recompute, notify | most units of the table a second: written, read | over a new table’s limit |',
    '|---|---|---|---|---|---|---|---|---|',
    ...days.map(({ what, day, target }) => {
      const { fresh, loads, table } = day;
      const cells = [
        ...[what, shown(fresh.length)],
        ...[0.5, 0.99].map((part) => `${shown(quantile(fresh, part))} s`),
        `${shown(Math.max(...fresh))} s`,
        target === undefined
          ? ''
          : `${shown(target)} s: ${Math.max(...fresh) <= target ? 'met' : '**missed**'}`,
        loads.map(({ deepest }) => shown(deepest)).join(', '),
        `${shown(table.writes)}, ${shown(table.reads)}`,
        shown(table.throttled),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
    'Units over the limit are refused and asked for again by the SDK, within a second or two; a table that has grown takes more.',
    '',
    `Far from other limits, with ${shown(busiest.councils)} councils in the hour when everybody opens the pages: ${shown(busiest.requests)} requests a second of ${shown(requestsASecond)}; ${shown(busiest.invocations)} invocations at once, those of the queues included, of the ${shown(accountConcurrency)} of an account; ${shown(busiest.puts)} files a second of a council that floods, of ${shown(prefix.putsASecond)} puts.`,
    '',
    ...allCouncilsSection(lastRun()),
    '',
    '## What it costs a month',
    '',
    `Pounds at £${prices.poundsPerDollar} a dollar, list prices of ${prices.region} on ${prices.asked}, without free tiers and VAT.`,
    '',
    `| | ${months.map(({ what }) => what).join(' | ')} |`,
    `|---|${months.map(() => '---|').join('')}`,
    ...services.map(
      (service) =>
        `| ${service} | ${months.map(({ usage }) => pounds(costOf(usage).get(service) ?? 0)).join(' | ')} |`,
    ),
    `| **all** | ${months.map(({ usage }) => `**${pounds(total(costOf(usage)))}**`).join(' | ')} |`,
    `| target | ${months.map(({ usage, target }) => `${pounds(target)}: ${total(costOf(usage)) <= target ? 'met' : '**missed**'}`).join(' | ')} |`,
    '',
    `${prices.note}`,
    '',
    '| service | dollars | for | price list of |',
    '|---|---|---|---|',
    ...Object.values(prices.prices).map(priceRow),
    '',
    '## What was measured, and what it becomes',
    '',
    '| | processor seconds here | seconds in the model |',
    '|---|---|---|',
    row('a monthly file taken in', measured.ingest.cpu, seconds.ingest),
    row('a run with everything anew', measured.recompute.anew, seconds.anew),
    row('a run that keeps unchanged forecasts', measured.recompute.kept, seconds.kept),
    row('a recompute that finds nothing new', measured.recompute.unchanged, seconds.unchanged),
    row('messages of a run sent', measured.notify.cpu, seconds.notify),
    row('an answer of the API', measured.read.cpu, seconds.read),
    '',
    `A run reads ${shown(measured.recompute.bytesRead / 1024)} KiB of figures and writes ${shown(measured.recompute.bytesWritten / 1024)} KiB in ${measured.recompute.items} items. The council is the sample's, with the results of its neighbours, region and England.`,
    '',
    'Assumptions: `test/bench/scale/limits.ts` (speed of a core, time of a call) and `month.ts` (files, people and years of a council). Prices: `prices.json`. The simulation (`queueing.ts`) is held to cases with closed answers by `test/scale/`.',
    '',
  ].join('\n');
}

function priceRow({ service, usd, per, unit, source, dated, unconfirmed }: Price): string {
  const amount = per === 1 ? '' : `${per.toLocaleString('en-GB')} `;
  const known = dated === undefined ? `**not confirmed**: ${unconfirmed}` : dated;
  return `| ${service} | ${usd} | ${amount}${unit} | [${known}](${source}) |`;
}

function row(what: string, measured: number, modelled: number): string {
  return `| ${what} | ${shown(measured)} | ${shown(modelled)} |`;
}

function shown(value: number): string {
  const digits = value < 100 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
  return value.toLocaleString('en-GB', digits);
}

function pounds(value: number): string {
  return `£${value.toFixed(2)}`;
}
