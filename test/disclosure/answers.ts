import { createHash } from 'node:crypto';
import type { Claims } from '../../shared/api/authorise.ts';
import type { ApiPorts, ComputePorts, FilePorts } from '../../shared/api/ports.ts';
import { reportForms } from '../../shared/api/report-forms.ts';
import { respond } from '../../shared/api/respond.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { fileReadings } from '../../shared/api/routes/file-readings.ts';
import { views } from '../../shared/api/routes/views.ts';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { Pattern } from '../../shared/disclosure/pattern-schema.ts';
import type { Drop, DropReport } from '../../shared/facts/drop.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { recomputeArea } from '../../shared/recompute/run-area.ts';
import { partsOf } from '../../shared/recompute/run-parts.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { type Council, SMALL_COUNCIL } from './small-council.ts';

/** The API over one council's files, in memory. */
export type Answers = {
  /** Files that came since, and a recompute. */
  readonly take: (more: Council, now: string) => Promise<void>;
  /** Files that came since, not yet recomputed. */
  readonly put: (more: Council) => void;
  /** The body of an answer; throws where it is none. */
  readonly ask: (path: string, scopes: readonly string[]) => Promise<string>;
  /** The answer of a whole address, `/api/v1/…`, whatever it is, in the form that is asked for. */
  readonly answer: (
    address: string,
    scopes: readonly string[],
    accept?: string,
  ) => Promise<{ readonly status: number; readonly body: string }>;
};

/** With `fixed` the runs have this pattern and no other: what callers see of other figures under it. */
export function answersOf(fixed?: Pattern, settings: readonly Setting[] = []): Answers {
  let council: Council = { drops: [], blocks: [] };
  let now = new Date('2024-12-31T12:00:00.000Z');
  let ids = 0;
  let current: RunHead | undefined;
  const parts = new Map<string, string>();
  const keyOf = (runId: string, name: string) => `${runId} ${name}`;
  const runs = {
    current: () => Promise.resolve(current),
    part: (_area: string, runId: string, name: string): Promise<unknown> => {
      const part = parts.get(keyOf(runId, name));
      return Promise.resolve(part === undefined ? undefined : JSON.parse(part));
    },
    write: (_area: string, run: { head: RunHead; parts: Readonly<Record<string, unknown>> }) => {
      for (const [name, part] of Object.entries(run.parts))
        parts.set(keyOf(run.head.runId, name), JSON.stringify(part));
      return Promise.resolve();
    },
    flip: (_area: string, head: RunHead) => {
      current = head;
      return Promise.resolve(true);
    },
    removeViews: () => Promise.resolve(),
  };
  const mine = <Item>(area: string, items: readonly Item[]) => (area === SMALL_COUNCIL ? items : []);
  const facts = {
    clock: { now: () => now },
    drops: {
      list: (area: string) => Promise.resolve(mine(area, council.drops)),
      find: () => Promise.resolve([]),
      report: (area: string, id: string) => Promise.resolve(reportOf(mine(area, council.drops), id)),
    },
    cells: {
      read: (area: string) => Promise.resolve(mine(area, council.blocks)),
      remove: () => Promise.resolve(),
    },
    settings: { list: (area: string) => Promise.resolve(mine(area, settings)) },
  };
  /** The report of a file, whose hash tells what is in it. */
  const reportOf = (drops: readonly Drop[], id: string): DropReport | undefined => {
    const drop = drops.find((each) => each.id === id);
    const said = council.blocks.filter(
      ({ file, versionId }) => file === drop?.key && versionId === drop.versionId,
    );
    const sha256 = createHash('sha256').update(JSON.stringify(said)).digest('hex');
    return drop && { ...drop, sha256, problems: [] };
  };
  const put = (more: Council) => {
    council = { drops: [...council.drops, ...more.drops], blocks: [...council.blocks, ...more.blocks] };
  };
  const answer: Answers['answer'] = async (address, scopes, accept) => {
    const caller: Claims = { subject: 'reader', scopes, areas: [SMALL_COUNCIL] };
    const verify = () => Promise.resolve(caller);
    const requests = { find: () => Promise.resolve(undefined) };
    const nobodyAsks = () => Promise.reject(new Error('Nobody asks for this'));
    const files = {
      ...{ dryRun: nobodyAsks, guessFeed: nobodyAsks, fileOf: nobodyAsks },
      formsOf: reportForms,
    };
    const ports: ApiPorts & ComputePorts & FilePorts = {
      ...{ ...facts, ...files, runs, requests, verify, areas: [SMALL_COUNCIL] },
    };
    const [path = '', search = ''] = address.split('?');
    const request = {
      ...{ method: 'GET', path, query: Object.fromEntries(new URLSearchParams(search)) },
      headers: { authorization: 'Bearer x', accept },
    };
    const { status, body, bytes } = await respond(
      request,
      [...views, ...calculations, ...fileReadings],
      ports,
    );
    return { status, body: bytes === undefined ? body : Buffer.from(bytes).toString('base64') };
  };
  return {
    put,
    async take(more, instant) {
      put(more);
      now = new Date(instant);
      const newId = () => String(++ids).padStart(8, '0');
      const ports = { ...facts, runs, newId, notify: () => Promise.resolve(), dashboardUrl: '' };
      if (!fixed) {
        await recomputeArea(SMALL_COUNCIL, ports);
        return;
      }
      const earlier = { alerts: [], forecasts: {} };
      const input = {
        area: SMALL_COUNCIL,
        known: { ...council, settings },
        catalogue: metrics,
        now,
        dashboardUrl: '',
        earlier,
      };
      const made = partsOf(recompute({ ...input, pattern: fixed }));
      current = { runId: 'fixed', previous: null, sequence: 1, inputDigest: '', madeAt: instant };
      await runs.write(SMALL_COUNCIL, { head: current, parts: made });
    },
    answer,
    async ask(path, scopes) {
      const { status, body } = await answer(`/api/v1/areas/${SMALL_COUNCIL}/${path}`, scopes);
      if (status !== 200) throw new Error(`${path} was answered ${status}: ${body}`);
      return body;
    },
  };
}
