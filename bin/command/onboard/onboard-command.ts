import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { areaByCode } from '../../../shared/catalogue/areas.ts';
import { feedById } from '../../../shared/catalogue/feeds/feeds.ts';
import { counted, plain } from '../plain.ts';
import { type ExitCode, exit, type Voice } from '../run.ts';
import type { Answers } from './answers.ts';
import { councilGuide, type Destination } from './guide.ts';
import type { ReadSample, Recognised } from './recognise.ts';
import { type SettingRequest, settingRequests } from './requests.ts';

export const onboardUsage = `Usage: npm run onboard [-- --answers FILE.json] [--area CODE] [--stage NAME] [--settle] [--out FOLDER]

Takes a council in: asks for its code, feeds, headings, due days and bounds; reads its headings from sample files; and
writes its settings and the guide for whoever sends its files.

  --answers FILE   what would be asked, as JSON: for scripts (docs/how-to/onboard-a-council.md)
  --area CODE      the council's ONS code, such as E06000054
  --stage NAME     adds it to stages/NAME.json; the guide has the addresses of that stage. Without it: this machine
  --settle         settles headings, due days and bounds now, over the API (with the token in BELLWETHER_TOKEN)
  --out FOLDER     where to write; onboarding/CODE unless told

Exit code 0: done · 1: something could not be read, written or settled · 2: not understood`;

export const onboardFlags = ['answers', 'area', 'stage', 'settle', 'out'] as const;
export type OnboardFlag = (typeof onboardFlags)[number];

export type OnboardDeps = {
  readonly read: ReadSample;
  /** docs/mis-guide.md. */
  readonly guide: string;
  /** Where files go; undefined where the stage is not deployed yet. */
  readonly destination: Destination | undefined;
  /** Writes a file of the council; where it is. */
  write(name: string, text: string): Promise<string>;
  /** Adds the council to the stage's areas; what was done. */
  serve(area: string): Promise<string>;
  /** Settles over the API; absent when it was not asked for. */
  readonly settle?: (request: SettingRequest) => Promise<Settled>;
  readonly voice: Voice;
};

export type Settled =
  | { readonly ok: true; readonly version: number; readonly changed: boolean }
  | { readonly ok: false; readonly problem: string };

/** Writes what a council's answers come to, and settles it when told. */
export async function onboard(answers: Answers, deps: OnboardDeps): Promise<ExitCode> {
  const { voice, destination } = deps;
  const { area } = answers;
  const name = areaByCode(area)?.name ?? area;
  let code: ExitCode = exit.done;
  for (const { feed, sample, columns } of answers.feeds) {
    if (sample === undefined) continue;
    const seen = await deps.read(sample, feed, area, columns);
    for (const line of toldOf(feed, sample, seen)) voice.out(line);
    if (typeof seen === 'string' || seen.refused !== null) code = exit.refused;
  }
  voice.out(await deps.serve(area));
  const requests = settingRequests(answers);
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  voice.out(`Answers, to run this again: ${await deps.write('answers.json', json(answers))}`);
  voice.out(`Settings of ${name}: ${await deps.write('settings.json', json(requests))}`);
  if (destination === undefined)
    voice.out(
      'The guide is written when the stage is deployed: its addresses are not known before. Run this again then.',
    );
  else {
    const guide = councilGuide(deps.guide, answers, destination);
    voice.out(`Guide for sending files: ${await deps.write('sending-files.md', guide)}`);
  }
  if (deps.settle === undefined) {
    if (requests.length > 0)
      voice.out(
        `${counted(requests.length, 'setting')} to settle: run this again with --settle once ${area} is served.`,
      );
    return code;
  }
  for (const request of requests) {
    const settled = await deps.settle(request);
    if (settled.ok)
      voice.out(`${request.path}: ${settled.changed ? 'settled' : 'unchanged'}, version ${settled.version}`);
    else {
      voice.err(`Cannot settle ${request.path}: ${plain(settled.problem)}`);
      code = exit.refused;
    }
  }
  return code;
}

function toldOf(feed: string, sample: string, seen: Recognised | string): string[] {
  if (typeof seen === 'string') return [seen];
  if (seen.refused !== null) return [`${plain(sample)} would be refused as ${feed}: ${plain(seen.refused)}`];
  const needed = (feedById(feed)?.columns ?? []).length;
  return [
    `${plain(sample)}: ${seen.known.length} of ${counted(needed, 'column')} of ${feed}`,
    ...seen.unknown.map((heading) => `  "${plain(heading)}" is not read: say under "columns" what it is`),
  ];
}

const versionedSchema = z.looseObject({ version: z.number() });

/** How a setting is read and written over the API: one JSON for another. */
export type Exchange = (
  method: 'GET' | 'PUT',
  path: string,
  body?: unknown,
) => Promise<
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly problem: string }
>;

/** Settles on top of the version that is there; a setting that says the same already gets no new one. */
export async function settleOver(exchange: Exchange, { path, body }: SettingRequest): Promise<Settled> {
  const before = await exchange('GET', path);
  if (!before.ok) return before;
  const { version, ...is } = versionedSchema.parse(before.body);
  const latest: unknown = Array.isArray(is['versions']) ? is['versions'][0] : is;
  if (version > 0 && says(latest, body)) return { ok: true, version, changed: false };
  const written = await exchange('PUT', path, { ...body, version });
  return written.ok
    ? { ok: true, version: versionedSchema.parse(written.body).version, changed: true }
    : written;
}

/** Whether an answer holds each part of a body, as it stands there. */
function says(answer: unknown, body: SettingRequest['body']): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  const said = new Map<string, unknown>(Object.entries(answer));
  return Object.entries(body).every(([name, value]) => isDeepStrictEqual(said.get(name), value));
}
