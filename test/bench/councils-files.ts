import { metrics } from '../../shared/catalogue/metrics.ts';
import { monthAt } from '../../shared/period/month.ts';

export type MadeFile = { readonly key: string; readonly body: string };

const YEARS = 10;
const FIRST_YEAR = 2014;
const MONTHS = 60;
const FIRST_MONTH = 2020 * 12;

/** Results that councils publish for each school year, as the Interactive Tool has them. */
const results = metrics
  .filter(
    ({ id, derivation }) =>
      derivation === undefined && /^(eyfsp|phonics|mtc|ks\d|absence|exclusion)\./.test(id),
  )
  .map(({ id, unit }) => ({ id, unit }));

/** Results of all councils for ten school years under `_shared`: made up, of the size of the Interactive Tool. */
export function nationalFile(councils: readonly string[]): MadeFile {
  const rows = councils.flatMap((area, at) =>
    results.flatMap(({ id, unit }, metric) =>
      Array.from({ length: YEARS }, (_, year) => {
        const wave = ((at * 31 + metric * 17 + year * 7) % 40) / 100;
        const value = unit === 'ratio' ? (0.3 + wave).toFixed(4) : (20 + wave * 50).toFixed(1);
        return `${area},AY${FIRST_YEAR + year},${id},${value}`;
      }),
    ),
  );
  return {
    key: '_shared/outcomes/made-up.csv',
    body: ['area,period,metric,value', ...rows, ''].join('\n'),
  };
}

/** Five years of a council's own monthly figures and a plan for one of them. */
export function councilFiles(area: string, at: number): readonly MadeFile[] {
  const size = 2000 + at * 37;
  const months = Array.from({ length: MONTHS }, (_, month) => {
    const active = size + month * 18 + ((month * 7919 + at) % 23);
    const counts = [
      ...[active, Math.round(active * 0.021), Math.round(active * 0.004), 3 + (month % 5), 30 + (month % 9)],
      ...[1 + (month % 3), 25 + ((month * 13) % 11), 9 + (month % 7), Math.round(active * 0.06)],
    ];
    return `${monthAt(FIRST_MONTH + month)},${counts.join(',')}`;
  });
  const columns =
    'month,ehcp_active,ehcna_requests,ehcna_backlog,no_to_assess,assessments_completed,no_to_issue,new_plans,plans_ceased,inmss_placed';
  const plan = Array.from(
    { length: MONTHS },
    (_, month) => `plan,mitigated,ehcp.active,${monthAt(FIRST_MONTH + month)},${size + month * 14}`,
  );
  return [
    { key: `${area}/send-monthly/history.csv`, body: [columns, ...months, ''].join('\n') },
    {
      key: `${area}/trajectory/plan.csv`,
      body: ['trajectory,kind,metric,period,value', ...plan, ''].join('\n'),
    },
  ];
}
