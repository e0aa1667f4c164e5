import * as z from 'zod';
import type { Ask } from './api-client.ts';
import { plain } from './plain.ts';
import type { Progress } from './progress.ts';
import { replayedSchema, replayTable } from './replay-table.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

export const replayUsage = `Usage: npm run replay -- --area CODE --from YYYY-MM [--to YYYY-MM] [--metric ID] [--stage NAME]

Looks back month by month: the rating that the data gave at each month end, with what was known then, beside what
officers reported, and by how many months the data came first. Of a month that is not over, it looks from now.

  --area CODE      the council, E06000054
  --from YYYY-MM   the first month end to look from
  --to YYYY-MM     the last one; without it the present month; 36 months at most
  --metric ID      only this metric, ehcp.active; without it every metric that is rated
  --stage NAME     on a deployed stage, with a token of scopes read and read-small-numbers in BELLWETHER_TOKEN

Exit code 0: done · 1: it could not be answered · 2: not understood`;

export const replayFlags = ['area', 'from', 'to', 'metric', 'stage'] as const;
export type ReplayFlag = (typeof replayFlags)[number];

export type ReplayQuestion = {
  readonly area: string;
  readonly from: string;
  readonly to?: string;
  readonly metric?: string;
};

/** The question that the flags ask, or what is wrong with them. */
export function questionOf(
  flags: {
    readonly [Flag in ReplayFlag]?: string;
  },
): ReplayQuestion | { readonly problem: string } {
  const { area, from, to, metric } = flags;
  if (area === undefined) return { problem: 'Cannot replay without a council: give --area E06000054.' };
  if (from === undefined) return { problem: 'Cannot replay without a first month: give --from 2024-04.' };
  for (const [name, month] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
      return { problem: `Cannot read --${name} "${month}" as a month. Write it as 2024-10.` };
  }
  if (to !== undefined && to < from) {
    return { problem: `Cannot replay ${from} to ${to}: it begins after it ends. Turn the two round.` };
  }
  return { area, from, ...(to !== undefined && { to }), ...(metric !== undefined && { metric }) };
}

export type ReplayDeps = { readonly ask: Ask; readonly progress: Progress; readonly voice: Voice };

const answerSchema = z.object({ items: z.array(replayedSchema) });

/** Asks for the replay and prints it month by month, the first month first. */
export async function replay(
  { area, ...query }: ReplayQuestion,
  { ask, progress, voice }: ReplayDeps,
): Promise<ExitCode> {
  progress.show(`Looking back at ${area}`);
  const search = new URLSearchParams(query).toString();
  const answer = await ask('GET', `/api/v1/areas/${encodeURIComponent(area)}/replay?${search}`);
  progress.clear();
  if (!answer.ok) {
    voice.err(plain(`Cannot replay ${area}. ${answer.problem}`));
    return exit.refused;
  }
  const { items } = answerSchema.parse(answer.body);
  for (const line of replayTable(items, query)) voice.out(line);
  return exit.done;
}
