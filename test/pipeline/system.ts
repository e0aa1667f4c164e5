import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import { type Runtime, startRuntime } from '../../local/runtime.ts';
import { dropId } from '../../shared/facts/drop-id.ts';
import { UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { reportSchema } from '../../shared/store/schemas.ts';
import { builtFunctions } from '../once/built-functions.ts';
import { copySampleData } from '../once/sample-data.ts';
import { type DescribedApi, describedApi } from './described-api.ts';

export const area = 'E06000054';

/** A system as somebody meets it who only reads. */
export type ReadSystem = {
  readonly runtime: Pick<Runtime, 'url'>;
  readonly api: DescribedApi;
  /** The parsed body of a GET that must succeed. */
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
};

/** The whole system on free ports and a data directory of its own, as a user would drive it from outside. */
export type System = ReadSystem & {
  readonly runtime: Runtime;
  readonly dataDir: string;
  /** The default SDK client, with nothing but an endpoint and path style set. */
  readonly s3: S3Client;
  /** Puts a file into the drops bucket and waits until everything that follows from it is done. */
  drop(key: string, body: string | Uint8Array, knownAt?: string): Promise<z.output<typeof reportSchema>>;
  /** Puts a file and waits for nothing. */
  put(key: string, body: string | Uint8Array, knownAt?: string): Promise<{ versionId: string }>;
  remove(key: string): Promise<void>;
  /** How many runs an area has had. */
  runsOf(code: string): Promise<number>;
  /** The alert files, by name. */
  alertFiles(): Promise<readonly string[]>;
  stop(): Promise<void>;
};

export type SystemOptions = {
  readonly samples: boolean;
  /** The councils that it serves; Wiltshire alone unless told. */
  readonly areas?: readonly string[];
  readonly today?: string;
  readonly auth?: boolean;
  readonly dataDir?: string;
  /** Where alerts are posted as well. */
  readonly webhook?: string;
};

/** A system that runs, by where it answers. */
export async function readSystem(url: string): Promise<ReadSystem> {
  const api = await describedApi(url);
  return {
    ...{ runtime: { url }, api },
    async get(path, schema) {
      const { status, text } = await api(path);
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return schema.parse(JSON.parse(text));
    },
  };
}

export async function startSystem({
  samples,
  areas = [area],
  today,
  auth = false,
  dataDir,
  webhook,
}: SystemOptions): Promise<System> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'bellwether-')));
  if (samples && dataDir === undefined) await copySampleData(area, folder);
  const sourceOf = await builtFunctions();
  const said: string[] = [];
  const runtime = await startRuntime({
    ...{ port: 0, s3Port: 0, dataDir: folder, areas, samples, today, auth },
    ...(webhook === undefined ? {} : { webhook }),
    ...(sourceOf && { sourceOf }),
    say: (text) => said.push(text),
    report: (text) => said.push(text),
  });
  const s3 = new S3Client({
    endpoint: runtime.s3Url,
    forcePathStyle: true,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  const read = await readSystem(runtime.url);
  const { api } = read;
  const put: System['put'] = async (key, body, knownAt) => {
    const metadata = knownAt === undefined ? {} : { 'known-at': knownAt };
    const { VersionId = '' } = await s3.send(
      new PutObjectCommand({
        Bucket: 'bellwether-drops',
        Key: key,
        Body: Buffer.from(body),
        Metadata: metadata,
      }),
    );
    return { versionId: VersionId };
  };
  return {
    ...{ ...read, runtime, dataDir: folder, s3, put },
    async drop(key, body, knownAt) {
      const { versionId } = await put(key, body, knownAt);
      await runtime.idle();
      return reportOf(s3, key, versionId);
    },
    async remove(key) {
      await s3.send(new DeleteObjectCommand({ Bucket: 'bellwether-drops', Key: key }));
      await runtime.idle();
    },
    async runsOf(code) {
      const { text } = await api(`/areas/${code}/recompute`, { method: 'POST' });
      await runtime.idle();
      const done = await api(recomputeSchema.parse(JSON.parse(text)).links.self.replace('/api/v1', ''));
      return Number.parseInt(recomputeSchema.parse(JSON.parse(done.text)).runId ?? '', 10);
    },
    alertFiles: async () => (await readdir(join(folder, 'alerts'))).sort(),
    async stop() {
      s3.destroy();
      await runtime.stop();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

const recomputeSchema = z.object({ runId: z.string().nullable(), links: z.object({ self: z.string() }) });

/** The report of a version, from the reports bucket as a council would fetch it. */
async function reportOf(
  s3: S3Client,
  key: string,
  versionId: string,
): Promise<z.output<typeof reportSchema>> {
  const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: 'bellwether-drops', Prefix: key }));
  const version = listed.Versions?.find((each) => each.Key === key && each.VersionId === versionId);
  if (!version?.LastModified) throw new Error(`${key} ${versionId} is not in the bucket`);
  const id = dropId(version.LastModified.toISOString(), key, versionId);
  const places = [`${key.split('/').slice(0, 2).join('/')}/${id}.json`, `${UNKNOWN_AREA}/${id}.json`];
  for (const Key of places) {
    const found = await s3
      .send(new GetObjectCommand({ Bucket: 'bellwether-reports', Key }))
      .catch((error: Error) => (error.name === 'NoSuchKey' ? undefined : Promise.reject(error)));
    if (found?.Body) return reportSchema.parse(JSON.parse(await found.Body.transformToString()));
  }
  throw new Error(`There is no report of ${key} at ${places.join(' or ')}`);
}
