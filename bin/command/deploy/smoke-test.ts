import * as z from 'zod';
import { isTerminal } from '../../../shared/facts/drop.ts';
import { dropId } from '../../../shared/facts/drop-id.ts';
import type { DropsPort } from '../drop-command.ts';
import { parseReport } from '../drop-report.ts';
import { type Pace, poll } from '../poll.ts';

/** One thing that a deployment must do, and whether it does. */
export type Checked = {
  readonly title: string;
  /** `not-tried`: what it takes was not given. */
  readonly end: 'ok' | 'fault' | 'not-tried';
  /** What was found, or why it was not tried. */
  readonly found: string;
};

export type SmokeDeps = {
  /** Address of the API and of the pages, without a slash at the end. */
  readonly apiUrl: string;
  readonly pagesUrl: string;
  readonly token?: string;
  /** What must be served: the release; where a system has none, its version. */
  readonly serves: { readonly release: string } | { readonly version: string };
  readonly areas: readonly string[];
  readonly send: typeof fetch;
  /** The buckets; absent where there are no credentials. */
  readonly drops?: DropsPort;
  readonly pace: Pace;
  /** Milliseconds to wait for the first answer and for the report of a file. */
  readonly patience: number;
};

/** A key that names no council: the file is read and refused, and no council's figures are touched. */
export const SMOKE_KEY = 'smoke-test/send-monthly/smoke-test.csv';

/** Tries what a deployment must do, each once, however the one before went. Throws never. */
export async function smokeTest(deps: SmokeDeps): Promise<readonly Checked[]> {
  const checks: [string, () => Promise<Omit<Checked, 'title'>>][] = [
    ['The API answers with the release that was deployed', () => healthy(deps)],
    ['Without a token nothing is told', () => closed(deps)],
    ['The dashboard is served with its security headers', () => pages(deps)],
    ['With a token the councils are listed', () => listing(deps)],
    ['A file that is put gets its report', () => reported(deps)],
  ];
  const done: Checked[] = [];
  for (const [title, check] of checks) {
    try {
      done.push({ title, ...(await check()) });
    } catch (error) {
      done.push({ title, end: 'fault', found: reasonOf(error) });
    }
  }
  return done;
}

const ok = (found: string) => ({ end: 'ok', found }) as const;
const fault = (found: string) => ({ end: 'fault', found }) as const;
const notTried = (found: string) => ({ end: 'not-tried', found }) as const;

const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  release: z.string().exactOptional(),
});

async function healthy({ apiUrl, send, serves, pace, patience }: SmokeDeps) {
  const [[name, wanted = ''] = ['release']] = Object.entries(serves);
  // A gateway that was just made takes some seconds until it answers, and may have the release before until then.
  const look = async () => {
    const answer = await send(`${apiUrl}/api/v1/health`).catch(() => undefined);
    const health = answer?.ok === true ? healthSchema.safeParse(await answer.json()).data : undefined;
    const is = 'release' in serves ? health?.release : health?.version;
    return is === wanted ? health : undefined;
  };
  const found = await poll(look, { pace, limit: patience, waiting: () => undefined });
  if (found !== undefined) return ok(`${name} ${wanted}`);
  const last = await send(`${apiUrl}/api/v1/health`);
  return fault(`Expected ${name} ${wanted}; it answers ${last.status}: ${(await last.text()).slice(0, 200)}`);
}

async function closed({ apiUrl, send }: SmokeDeps) {
  const answer = await send(`${apiUrl}/api/v1/areas`);
  const body = await answer.text();
  const right =
    answer.status === 401 && (answer.headers.get('content-type') ?? '').includes('application/problem+json');
  return right
    ? ok('401')
    : fault(`Expected a refusal, 401; it answers ${answer.status}: ${body.slice(0, 80)}`);
}

async function pages({ pagesUrl, send }: SmokeDeps) {
  const answer = await send(`${pagesUrl}/`);
  const body = await answer.text();
  if (answer.status !== 200 || !body.includes('<html'))
    return fault(`Expected a page; ${pagesUrl}/ answers ${answer.status}`);
  const wanted = [
    ...['content-security-policy', 'x-content-type-options'],
    // Browsers take no notice of it over plain HTTP, and one machine does not say it.
    ...(pagesUrl.startsWith('https:') ? ['strict-transport-security'] : []),
  ];
  const missing = wanted.filter((name) => !answer.headers.has(name));
  return missing.length === 0 ? ok('200') : fault(`Headers that are missing: ${missing.join(', ')}`);
}

const areasSchema = z.object({ items: z.array(z.object({ code: z.string() })) });

async function listing({ apiUrl, send, token, areas }: SmokeDeps) {
  if (token === undefined) return notTried('Set BELLWETHER_TOKEN to a token of the identity provider.');
  const answer = await send(`${apiUrl}/api/v1/areas`, { headers: { authorization: `Bearer ${token}` } });
  if (answer.status !== 200)
    return fault(`Expected 200; it answers ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  const codes = areasSchema.parse(await answer.json()).items.map(({ code }) => code);
  const strange = codes.filter((code) => !areas.includes(code));
  if (strange.length > 0) return fault(`It lists councils that are not of this stage: ${strange.join(', ')}`);
  return ok(codes.length === 0 ? 'none that the token is for' : codes.join(', '));
}

async function reported({ drops, pace, patience }: SmokeDeps) {
  if (drops === undefined) return notTried('There are no credentials for the bucket.');
  const bytes = new TextEncoder().encode('month,ehcp_active\n');
  const put = await drops.put({ key: SMOKE_KEY, bytes });
  const id = dropId(put.putTime, SMOKE_KEY, put.versionId);
  const look = async () => {
    const json = await drops.report(`_unknown/${id}.json`);
    const report = json === undefined ? undefined : parseReport(json);
    return report && isTerminal(report.state) ? report : undefined;
  };
  const report = await poll(look, { pace, limit: patience, waiting: () => undefined });
  if (report === undefined)
    return fault(`No report has come within ${patience / 1000} s: see the ingest log.`);
  return report.state === 'quarantined'
    ? ok('refused with a report, as a file of no council must be')
    : fault(`The file is of no council and was ${report.state}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.name}: ${error.message}${cause}`;
}
