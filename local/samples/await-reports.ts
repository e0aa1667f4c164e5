import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { dropStates, isTerminal } from '../../shared/facts/drop.ts';
import { CannotStart } from '../cannot-start.ts';
import type { PutSample } from './put-samples.ts';

const reportSchema = z.object({
  state: z.enum(dropStates),
  problems: z.array(z.object({ message: z.string() })),
});
type Report = z.infer<typeof reportSchema>;

const LOOK_AGAIN_MS = 60;
/** A drop of the samples takes a fraction of a second; one that takes this long will not come. */
const LONGEST_WAIT_MS = 120_000;

export type AwaitReports = {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly signal: AbortSignal;
  /** Called as each sample reaches its end. */
  readonly onReport: (sample: PutSample, report: Report, done: number) => void;
};

/** Waits until every sample has a report in a terminal state. Throws CannotStart naming those that get none. */
export async function awaitReports(samples: readonly PutSample[], options: AwaitReports): Promise<void> {
  const open = new Set(samples);
  let lastSeen = performance.now();
  while (open.size > 0) {
    for (const sample of open) {
      options.signal.throwIfAborted();
      const report = await readReport(options, sample);
      if (!report || !isTerminal(report.state)) continue;
      open.delete(sample);
      lastSeen = performance.now();
      options.onReport(sample, report, samples.length - open.size);
    }
    if (performance.now() - lastSeen > LONGEST_WAIT_MS) {
      const keys = [...open].map(({ key }) => key).join(', ');
      throw new CannotStart(
        `Cannot load the samples: no report for ${keys}. logs/ingest.log in the data directory says why. Start again to go on, or start without samples: npm start -- --empty`,
      );
    }
    if (open.size > 0) await pause(LOOK_AGAIN_MS);
  }
}

async function readReport(
  { s3, bucket }: AwaitReports,
  { key, dropId }: PutSample,
): Promise<Report | undefined> {
  const folder = key.split('/').slice(0, 2).join('/');
  const places = [`${folder}/${dropId}.json`, `_unknown/${dropId}.json`];
  for (const Key of places) {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return reportSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (thrown) {
      if (!(thrown instanceof NoSuchKey)) throw thrown;
    }
  }
  return undefined;
}
