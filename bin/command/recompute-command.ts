import * as z from 'zod';
import type { Ask } from './api-client.ts';
import { counted, plain } from './plain.ts';
import { type Pace, poll } from './poll.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

export const recomputeUsage = `Usage: npm run recompute [-- --area CODE] [--again] [--wait SECONDS] [--stage NAME]

Runs the scheduled recompute now and waits for it: derived figures, forecasts, ratings, alerts.

  --area CODE      one council; without it, every area
  --again          make a new run although nothing has changed, after a version that computed wrongly
  --wait SECONDS   how long to wait for each area; 120 unless told
  --stage NAME     on a deployed stage, with a token of scope operate (read too without --area) in BELLWETHER_TOKEN

Exit code 0: done · 1: an area could not be recomputed · 2: not understood`;

export const recomputeFlags = ['area', 'again', 'wait', 'stage'] as const;
export type RecomputeFlag = (typeof recomputeFlags)[number];

export type RecomputeDeps = {
  readonly ask: Ask;
  readonly pace: Pace;
  readonly progress: Progress;
  readonly voice: Voice;
  /** Milliseconds for each area. */
  readonly wait: number;
  /** A new run although nothing has changed. */
  readonly again: boolean;
};

const areasSchema = z.object({ items: z.array(z.object({ code: z.string() })), next: z.string().nullable() });
const requestSchema = z.object({
  id: z.string(),
  state: z.string(),
  runId: z.string().nullable().optional(),
  changed: z.boolean().nullable().optional(),
  links: z.object({ self: z.string() }),
});
type Recompute = z.infer<typeof requestSchema>;

/** Starts the recompute of the area, or of every area that the API lists, and waits until each is done. */
export async function recompute(area: string | undefined, deps: RecomputeDeps): Promise<ExitCode> {
  const areas = area === undefined ? await listAreas(deps.ask) : [area];
  if (!Array.isArray(areas)) return failed(deps, `Cannot list the areas. ${areas.problem}`);
  const started: { area: string; request: Recompute }[] = [];
  let code: ExitCode = exit.done;
  for (const each of areas) {
    deps.progress.show(`Starting ${each}`);
    const answer = await deps.ask(
      'POST',
      `/api/v1/areas/${encodeURIComponent(each)}/recompute${deps.again ? '?again=true' : ''}`,
    );
    if (answer.ok) started.push({ area: each, request: requestSchema.parse(answer.body) });
    else code = failed(deps, `Cannot recompute ${each}. ${answer.problem}`);
  }
  for (const { area: each, request } of started) {
    const ended = await waitFor(each, request, deps);
    deps.progress.clear();
    if (ended.ok) deps.voice.out(`${each}: ${outcomeText(ended.request)}`);
    else code = failed(deps, `Cannot say what came of ${each}. ${ended.problem}`);
  }
  return code;
}

async function listAreas(ask: Ask): Promise<string[] | { problem: string }> {
  const codes: string[] = [];
  let cursor = '';
  do {
    const answer = await ask(
      'GET',
      `/api/v1/areas?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (!answer.ok) return answer;
    const { items, next } = areasSchema.parse(answer.body);
    codes.push(...items.map(({ code }) => code));
    cursor = next ?? '';
  } while (cursor !== '');
  return codes;
}

type Ended =
  | { readonly ok: true; readonly request: Recompute }
  | { readonly ok: false; readonly problem: string };

async function waitFor(area: string, request: Recompute, deps: RecomputeDeps): Promise<Ended> {
  const { ask, pace, progress, wait } = deps;
  const look = async (): Promise<Ended | undefined> => {
    const answer = await ask('GET', request.links.self);
    if (!answer.ok) return answer;
    const seen = requestSchema.parse(answer.body);
    return seen.state === 'done' ? { ok: true, request: seen } : undefined;
  };
  const waiting = (seconds: number) => progress.show(`Recomputing ${area}`, `${seconds} s`);
  const late = `It was not done within ${counted(wait / 1000, 'second')}. It goes on by itself: look for errors in the recompute log, or wait longer with --wait 600.`;
  return (await poll(look, { pace, limit: wait, waiting })) ?? { ok: false, problem: late };
}

function outcomeText({ changed, runId }: Recompute): string {
  const run = runId ? `run ${plain(runId)}` : 'no run';
  return changed === false ? `nothing had changed, ${run} still stands` : `recomputed, ${run}`;
}

function failed({ progress, voice }: RecomputeDeps, problem: string): ExitCode {
  progress.clear();
  voice.err(plain(problem));
  return exit.refused;
}
