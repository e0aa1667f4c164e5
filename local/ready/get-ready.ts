import { SHARED_AREA, UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { keepSampleScenarios } from '../samples/keep-scenarios.ts';
import { loadSamples } from '../samples/load-samples.ts';
import type { Stack } from '../stack.ts';
import { apiCaller } from './api-caller.ts';
import { dropBuckets, entries, queueOf } from './product-parts.ts';
import { recomputeAll, servedAreas } from './recompute-all.ts';

export type GetReady = {
  readonly origin: string;
  readonly authorization: () => Promise<string>;
  /** Undefined when no samples are wanted. */
  readonly samplesFolder: string | undefined;
  readonly dataDir: string;
  readonly areas: readonly string[];
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly report: (text: string) => void;
};

/**
 * From a stack that runs to one that shows its figures: samples in, then every area recomputed, then every alert on
 * disk. Samples are all in before the first recompute: else it would see a council with half its files.
 */
export async function getReady(stack: Stack, options: GetReady): Promise<void> {
  const { signal, say, samplesFolder } = options;
  const ingest = queueOf(stack.plan, entries.ingest);
  // What a kill left between put and ingest; `idle` below waits for all that follows from it.
  if (ingest !== undefined) await stack.send(ingest, { sweep: true });
  const buckets = dropBuckets(stack.plan);
  const remember =
    samplesFolder !== undefined && buckets
      ? await loadSamples({
          ...options,
          folder: samplesFolder,
          s3: stack.clients.s3,
          dropsBucket: buckets.drops,
          reportsBucket: buckets.reports,
        })
      : () => undefined;
  stack.release();

  const dirtyAreas = queueOf(stack.plan, entries.recompute);
  if (dirtyAreas !== undefined) {
    const call = apiCaller(options.origin, options.authorization, signal);
    const areas = await servedAreas(call);
    say(`Forecasting and rating ${areas.length === 1 ? areas[0] : `${areas.length} areas`}`);
    await recomputeAll(call, areas);
    // In the place of the schedules that were missed while the system was down. Sent before, two instances would make
    // the same run at once, and one of them for nothing.
    await stack.send(dirtyAreas, { area: '*' });
    if (samplesFolder !== undefined) {
      for (const area of areas) {
        const kept = await keepSampleScenarios(call, samplesFolder, area);
        if (kept > 0) say(`Samples: ${kept} scenarios of ${area} kept`);
      }
    }
    await sendAlertsAgain(stack, [...areas, SHARED_AREA, UNKNOWN_AREA]);
  }
  await stack.idle(signal);
  remember();
}

/** A kill may have lost messages between SNS and the disk: notify sends all again, and the disk knows each by its id. */
async function sendAlertsAgain(stack: Stack, areas: readonly string[]): Promise<void> {
  const queueUrl = queueOf(stack.plan, entries.notify);
  if (queueUrl === undefined) return;
  for (const area of areas) await stack.send(queueUrl, { area, again: true });
}
