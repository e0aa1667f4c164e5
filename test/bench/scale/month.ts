import { metricNames } from '../../../shared/service-levels/metric-names.ts';
import { together, type Usage } from './cost.ts';
import type { Deployed } from './deployed.ts';
import type { Measured } from './measured.ts';
import { secondsOf, unitsOf } from './seconds.ts';

/** What a council does in a month: assumptions, on the high side. */
export const council = {
  files: 20,
  /** Files of national statistics, which make every council's run anew. */
  sharedFiles: 2,
  people: 15,
  days: 22,
  /** Of one of them: ten pages of six. */
  requestsADay: 60,
  mails: 40,
  fileBytes: 100_000,
  /** So long the files and figures have been kept. */
  years: 3,
};

const HOURS = 730;
const DAYS = HOURS / 24;
const GIGABYTE = 1e9;
/** Views of so many runs are kept behind the current one (shared/recompute/retention.ts). */
const RUNS_KEPT = 10;
/** What Lambda and the handler log of an invocation, JSON. */
const LOG_BYTES = 1500;
/** Five pollers of a queue ask every 20 seconds, also when nothing is there. */
const POLLS = (5 * 3600 * HOURS) / 20;
const REQUESTS_A_MESSAGE = 3;
/** Each costs only in the hours in which it is sent. */
const METRICS = Object.keys(metricNames).length;

/** What so many councils use in a month. None: what is there costs when nothing comes, but for the hourly and nightly work. */
export function monthOf(councils: number, measured: Measured, there: Deployed, traffic = true): Usage {
  const served = Math.max(1, councils);
  return together(
    standing(there),
    routine(served, measured, there),
    ...(traffic ? [work(served, measured, there)] : []),
    ...(traffic ? [kept(served, measured)] : []),
  );
}

function standing({ alarms, compositeAlarms, dashboards, keys, polled }: Deployed): Usage {
  return {
    // What is sent nightly by all, and what notify sends with each hour's sweep.
    ...{ alarms, compositeAlarms, dashboards, metrics: 1 + METRICS / 24 },
    ...{ keys: keys * 2, keyRequests: 20_000 },
    queueRequests: polled * POLLS,
  };
}

/** The hourly sweep and the nightly recompute. */
function routine(councils: number, measured: Measured, there: Deployed): Usage {
  const { sizes } = there;
  const seconds = secondsOf(measured, sizes);
  const units = unitsOf(measured);
  const sweeps = HOURS * (1 + councils);
  const looks = HOURS * councils;
  const runs = DAYS * councils;
  const drops = council.files * 12 * council.years;
  return together(
    invocations(sweeps, 0.2, sizes.ingest),
    invocations(looks / 10, seconds.notify * 10, sizes.notify),
    runsOf(runs, seconds.kept, units, sizes.recompute),
    {
      schedules: HOURS + DAYS,
      // The drops of a council are about a kilobyte each, and so is where notify stands.
      tableReads: sweeps * (drops / 4 + 1) + looks * 2,
      bucketWrites: sweeps * Math.ceil(drops / 1000),
      ...messages(sweeps + looks + runs * 2),
    },
  );
}

/** What files and people bring. */
function work(councils: number, measured: Measured, { sizes }: Deployed): Usage {
  const seconds = secondsOf(measured, sizes);
  const units = unitsOf(measured);
  const files = councils * council.files;
  const runs = files + councils * council.sharedFiles;
  const requests = councils * council.people * council.days * council.requestsADay;
  return together(
    invocations(files, seconds.lineUp, sizes.ingest),
    invocations(files, seconds.ingest, sizes.ingest),
    runsOf(runs, seconds.kept, units, sizes.recompute),
    invocations(runs, seconds.notify, sizes.notify),
    invocations(requests, seconds.read, sizes.api),
    {
      metrics: METRICS * Math.min(1, files / HOURS),
      tableWrites: files * units.ingestWrites,
      // Two round trips of a few items.
      tableReads: requests * 6,
      bucketWrites: files * 4,
      bucketReads: files * 2,
      apiRequests: requests,
      pageRequests: requests * 1.5,
      pageTransfer: (requests * measured.read.bytesSent) / GIGABYTE,
      topicPublishes: councils * council.mails,
      mails: councils * council.mails,
      ...messages(files * 2 + runs * 2),
    },
  );
}

/** What lies there after the years. */
function kept(councils: number, { recompute, ingest }: Measured): Usage {
  const files = councils * council.files * 12 * council.years;
  const runs = councils * (DAYS + council.files + council.sharedFiles) * 12 * council.years;
  const table =
    files * ingest.bytesWritten +
    councils * (recompute.bytesRead + (RUNS_KEPT + 1) * recompute.bytesWritten) +
    runs * recompute.bytesKept;
  return {
    tableStorage: table / GIGABYTE,
    tableRecovery: table / GIGABYTE,
    bucketStorage: (files * council.fileBytes) / GIGABYTE,
  };
}

function runsOf(runs: number, seconds: number, units: ReturnType<typeof unitsOf>, megabytes: number): Usage {
  return together(invocations(runs, seconds, megabytes), {
    // The views of an older run are removed, which is charged as they were written.
    tableWrites: runs * units.recomputeWrites * 2,
    tableReads: runs * units.recomputeReads,
  });
}

function invocations(count: number, seconds: number, megabytes: number): Usage {
  return {
    lambdaRequests: count,
    lambdaGigabyteSeconds: count * seconds * (megabytes / 1024),
    logs: (count * LOG_BYTES) / GIGABYTE,
    traces: traced(count),
  };
}

/** X-Ray takes the first invocation in each second and one in twenty after it; on the high side, evenly spread. */
function traced(count: number): number {
  const first = Math.min(count, HOURS * 3600);
  return first + (count - first) / 20;
}

function messages(count: number): Usage {
  return { queueRequests: count * REQUESTS_A_MESSAGE, fairRequests: count * REQUESTS_A_MESSAGE };
}
