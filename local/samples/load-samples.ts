import type { S3Client } from '@aws-sdk/client-s3';
import { SHARED_AREA } from '../../shared/facts/folder.ts';
import { CannotStart } from '../cannot-start.ts';
import { awaitReports } from './await-reports.ts';
import { loadedSamples } from './loaded.ts';
import { readManifest } from './manifest.ts';
import { putSamples } from './put-samples.ts';

export type LoadSamples = {
  readonly s3: S3Client;
  readonly dropsBucket: string;
  readonly reportsBucket: string;
  /** Folder of the samples, with `drops.json`. */
  readonly folder: string;
  readonly dataDir: string;
  /** The areas that the system serves: samples of another would only be refused. */
  readonly areas: readonly string[];
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly report: (text: string) => void;
};

/**
 * Takes in the sample files that this data directory has not had, through the real pipeline, and waits for their
 * reports. The answer, when called, remembers that they are in.
 */
export async function loadSamples(options: LoadSamples): Promise<() => void> {
  const { s3, dropsBucket, reportsBucket, folder, dataDir, signal, say, report } = options;
  const loaded = loadedSamples(dataDir);
  const before = loaded.read();
  const files = (await readManifest(folder)).filter(({ key }) => !before.has(key));
  if (files.length === 0) return () => undefined;

  const foreign = [...new Set(files.map(({ key }) => key.split('/')[0] ?? ''))].filter(
    (area) => area !== SHARED_AREA && !options.areas.includes(area),
  );
  if (foreign.length > 0) {
    throw new CannotStart(
      `Cannot load the samples: they are of ${foreign.join(', ')}, and this system serves ${options.areas.join(', ')}. Add that area to BELLWETHER_AREAS, or start without samples: npm start -- --empty`,
    );
  }
  say(`Putting ${files.length} sample files into the bucket ${dropsBucket}`);
  const put = await putSamples(s3, dropsBucket, folder, files, signal);
  await awaitReports(put, {
    s3,
    bucket: reportsBucket,
    signal,
    onReport({ key }, { state, problems }, done) {
      say(`Samples: ${done} of ${put.length} taken in (${key}: ${state})`);
      if (state === 'quarantined') report(`The sample ${key} was quarantined: ${problems[0]?.message ?? ''}`);
    },
  });
  return () => loaded.write([...before, ...files.map(({ key }) => key)]);
}
