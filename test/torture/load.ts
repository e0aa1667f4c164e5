import { uniformStream } from '../../shared/forecast/random.ts';

/** One thing that a council's system does: it puts a file, or removes one. */
export type Step =
  | { readonly kind: 'put'; readonly key: string; readonly body: string; readonly knownAt: string }
  | { readonly kind: 'delete'; readonly key: string };

export const area = 'E06000054';

/** Every file of this key says one number in all its months: a read that shows two numbers shows half a file. */
export const wholeFile = {
  key: `${area}/send-monthly/whole.csv`,
  metric: 'ehcp.transferred-in',
} as const;

const HOUR_MS = 3_600_000;
const FIRST_KNOWN = Date.parse('2025-01-01T00:00:00Z');

/**
 * `count` steps, the same for the same seed: monthly files put and put again, plans, money, a file for the reader who
 * looks for halves, files that are refused, files removed. Each file says when it was known, later for each later
 * step, so that what shows in the end does not depend on how long a put took.
 */
export function loadOf(count: number, seed: number): readonly Step[] {
  const uniform = uniformStream(seed);
  const upTo = (limit: number) => Math.floor(uniform() * limit);
  return Array.from({ length: count }, (_, at): Step => {
    const knownAt = new Date(FIRST_KNOWN + at * HOUR_MS).toISOString();
    const put = (key: string, body: string): Step => ({ kind: 'put', key: `${area}/${key}`, body, knownAt });
    const dice = uniform();
    if (at % 8 === 0) return { kind: 'put', key: wholeFile.key, body: wholeYear(at), knownAt };
    if (dice < 0.1) return { kind: 'delete', key: `${area}/send-monthly/${nameOf(upTo(24))}.csv` };
    if (dice < 0.15) return put(`send-monthly/refused-${upTo(3)}.csv`, 'this,is\nno,file of figures\n');
    if (dice < 0.25) return put('trajectory/plan.csv', plan(5200 + upTo(400)));
    if (dice < 0.35) return put('finance-monthly/2024.csv', money(20 + upTo(30)));
    return put(`send-monthly/${nameOf(upTo(24))}.csv`, month(upTo(24), 5500 + upTo(900), upTo(140)));
  });
}

/** Months of 2023 and 2024. */
function nameOf(at: number): string {
  return `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function month(at: number, plans: number, requests: number): string {
  return `month,ehcp_active,ehcna_requests,inmss_placed\n${nameOf(at)},${plans},${requests},${300 + (plans % 60)}\n`;
}

function wholeYear(said: number): string {
  const rows = Array.from({ length: 24 }, (_, at) => `${nameOf(at)},${said}`);
  return `${['month,transferred_in', ...rows].join('\n')}\n`;
}

function plan(plans: number): string {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `sv,mitigated,ehcp.active,${nameOf(at + 12)},${plans + 10 * at}`,
  );
  return `${['trajectory,kind,metric,period,value', ...rows].join('\n')}\n`;
}

function money(millions: number): string {
  return `month,financial_year,dsg_in_year_balance_forecast\n2024-09,2024/25,-${millions}000000\n`;
}
