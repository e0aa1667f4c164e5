import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { clientOptions, localSystem, type SystemPlace } from '../../bin/command/system-place.ts';
import { logCodes } from '../../functions/log-codes.ts';
import { metricNames } from '../../shared/service-levels/metric-names.ts';
import { runStore } from '../../shared/store/runs.ts';
import { series } from '../pipeline/answers.ts';
import { s3Of } from '../pipeline/started-process.ts';
import { area, type System, startSystem } from '../pipeline/system.ts';
import { stepsOf } from './commands.ts';
import { Rehearsal } from './rehearsal.ts';

/** Each disaster is made to happen, and the commands of its runbook are carried out as they stand there. */

// No figure that ids, times and line numbers could hold by chance.
const shown = { '2024-10': 48151623, '2024-11': 48151723, '2024-12': 48151823 };
const file = `month,ehcp_active\n${Object.entries(shown).join('\n')}\n`;
/** What no log may ever repeat. */
const odd = ['zz-not-a-number-7341', 'Ann Other', 'ann.other@council.example', '987654321'];

let folder: string;
let system: System;
let place: SystemPlace;
let rehearsal: Rehearsal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-rehearsal-'));
  const dataDir = join(folder, 'data');
  await writeFile(join(folder, '2024.csv'), file);
  system = await startSystem({ samples: false, dataDir });
  rehearsal = new Rehearsal(
    folder,
    {
      BELLWETHER_PORT: new URL(system.runtime.url).port,
      BELLWETHER_S3_PORT: new URL(system.runtime.s3Url).port,
      BELLWETHER_DATA_DIR: dataDir,
      BELLWETHER_REPLICA: join(folder, 'replica'),
    },
    () => system.stop(),
  );
  const found = await localSystem(rehearsal.environment);
  if (!found.ok) throw new Error(found.problem);
  place = found.place;
  await system.put(
    `${area}/send-monthly/odd.csv`,
    `month,ehcp_active\n2023-01,${odd[0]}\n2023-02,${odd[3]}\n`,
  );
  await system.put(
    `${area}/send-monthly/person.csv`,
    `month,Pupil name,email\n2023-01,${odd[1]},${odd[2]}\n`,
  );
  await system.drop(`${area}/send-monthly/2024.csv`, file);
  await system.remove(`${area}/send-monthly/person.csv`);
  await system.remove(`${area}/send-monthly/odd.csv`);
}, 180_000);

afterAll(async () => {
  await rehearsal.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function figures(): Promise<Record<string, number | null>> {
  const url = `http://127.0.0.1:${rehearsal.environment['BELLWETHER_PORT']}`;
  const answer = await fetch(`${url}/api/v1/areas/${area}/series/ehcp.active`);
  const { points } = series.parse(await answer.json());
  return Object.fromEntries(points.map(({ period, value }) => [period, value]));
}

describe('on a system that runs', () => {
  test('doctor.md and alerts.md: nothing is wrong', async () => {
    for (const printed of await rehearsal.follow('doctor.md')) expect(printed).not.toMatch(/^FAULT|^\?/m);
    expect((await rehearsal.follow('alerts.md')).join()).toContain('Healthy');
  }, 120_000);

  test('rebuild.md: the table is what the bucket says', async () => {
    expect((await rehearsal.follow('rebuild.md')).join()).toContain('Equal');
  }, 60_000);

  test('redrive.md: what was given up is shown, then put back and done', async () => {
    await system.runtime.clients.sqs.send(
      new SendMessageCommand({
        QueueUrl: place.queues.ingest.deadLettersUrl,
        MessageBody: JSON.stringify({ key: `${area}/send-monthly/2024.csv` }),
      }),
    );
    const [told, done] = await rehearsal.follow('redrive.md');
    expect(told).toContain('1 dead letter of ingest');
    expect(done).toContain('1 letter put back');
    await system.runtime.idle();
    expect(await rehearsal.run('npm run doctor')).toContain('Healthy');
  }, 120_000);

  test('wrong-views.md: a bad version wrote another summary; the figures, and the summary, are right again', async () => {
    const { client, runs } = stores();
    const before = await runs.current(area);
    if (before === undefined) throw new Error('There is no run');
    const right = await runs.part(area, before.runId, 'SUMMARY');
    await runs.write(area, { head: before, parts: { SUMMARY: { wrong: true } } });
    await rehearsal.follow('wrong-views.md');
    const after = await runs.current(area);
    expect(after?.previous).toBe(before.runId);
    expect(withoutTimes(await runs.part(area, after?.runId ?? '', 'SUMMARY'))).toEqual(withoutTimes(right));
    client.destroy();
  }, 120_000);

  test('key-disabled.md: puts and reads are refused, nothing is lost, and work goes on once it is enabled', async () => {
    const { dataKey } = system.runtime;
    dataKey.enabled = false;
    await expect(system.put(`${area}/send-monthly/refused.csv`, file)).rejects.toThrow('key of the object');
    // Work that is on its way fails, and comes again.
    await system.runtime.clients.sqs.send(
      new SendMessageCommand({
        QueueUrl: place.queues.ingest.url,
        MessageBody: JSON.stringify({ key: `${area}/send-monthly/2024.csv` }),
      }),
    );
    const [looked = '', ...others] = await rehearsal.follow('key-disabled.md', async (done) => {
      // Enabling it is AWS's command: it stands between the first look and what is done after.
      if (done === 1) dataKey.enabled = true;
      if (done > 0) await system.runtime.idle();
    });
    expect(looked).toContain('KMS.DisabledException');
    expect(others.at(-1)).toContain('Healthy');
    expect(await figures()).toEqual(shown);
  }, 180_000);
});

describe('with a stop and a start', () => {
  test('table-lost.md: every figure comes back out of the bucket', async () => {
    const { client } = stores();
    await client.send(new DeleteTableCommand({ TableName: place.table }));
    client.destroy();
    const [found] = await rehearsal.follow('table-lost.md');
    // The table takes a moment to go, and the doctor says which of both it saw.
    expect(found).toMatch(/There is no table|is being deleted: soon there is no table/);
    expect(await figures()).toEqual(shown);
  }, 240_000);

  test('bucket-lost.md: every version comes back out of the replica, under its own id', async () => {
    const { BELLWETHER_DATA_DIR: data = '', BELLWETHER_REPLICA: replica = '' } = rehearsal.environment;
    await cp(join(data, 's3'), replica, { recursive: true, preserveTimestamps: true });
    const s3 = s3Of({ s3: Number(rehearsal.environment['BELLWETHER_S3_PORT']) });
    const Bucket = 'bellwether-drops';
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    for (const { Key, VersionId } of [...Versions, ...DeleteMarkers])
      await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    s3.destroy();
    const printed = await rehearsal.follow('bucket-lost.md');
    expect(printed[0]).toContain('no longer in the bucket');
    expect(printed.join()).toContain('Equal');
    expect(await figures()).toEqual(shown);
  }, 240_000);

  test('clock-wrong.md: a machine whose clock was ahead goes on with a new directory and the right times', async () => {
    const { BELLWETHER_DATA_DIR: data = '' } = rehearsal.environment;
    await rehearsal.stop();
    // What a clock that was a month ahead has left behind.
    const reached = { offsetMs: 0, toldUntil: Date.now() + 30 * 86_400_000 };
    await writeFile(join(data, 'clock.json'), JSON.stringify(reached));
    await expect(rehearsal.run('npm start -- --empty')).rejects.toThrow('time does not run backwards');
    const [found] = await rehearsal.follow('clock-wrong.md');
    expect(found).toMatch(/has reached a time that is \d+ s ahead/);
    expect(await figures()).toEqual(shown);
  }, 240_000);
});

describe('what the logs hold after all of it', () => {
  const line = z.looseObject({ code: z.string().optional(), _aws: z.unknown().optional() });
  const lines = async () => {
    const logs = join(folder, 'data', 'logs');
    const names = (await readdir(logs)).filter((name) => name.endsWith('.log'));
    const texts = await Promise.all(names.map((name) => readFile(join(logs, name), 'utf8')));
    return texts.flatMap((text) => text.split('\n').filter((each) => each !== ''));
  };

  test('no row, no value and no name out of a file', async () => {
    const text = (await lines()).join('\n');
    for (const each of [...odd, ...Object.values(shown)]) expect(text).not.toContain(String(each));
  });

  test('codes and metrics that are explained, and no others', async () => {
    const found = (await lines()).map((text) => line.parse(JSON.parse(text)));
    const codes = new Set(found.flatMap(({ code }) => code ?? []));
    for (const code of codes) expect(Object.keys(logCodes)).toContain(code);
    expect([...codes]).toEqual(expect.arrayContaining(['ingested', 'recomputed', 'swept', 'work-failed']));
    const metrics = new Set(
      found
        .filter((each) => each._aws !== undefined)
        .flatMap((each) => Object.keys(each).filter((name) => /^[A-Z]/.test(name))),
    );
    for (const name of metrics) expect(Object.keys(metricNames)).toContain(name);
    const wanted = [
      'RowsRead',
      'FilesQuarantined',
      'TakenAfter',
      'ShownAfter',
      'RecomputeTime',
      'AlertsFiring',
    ];
    expect([...metrics]).toEqual(expect.arrayContaining(wanted));
  });
});

test('every runbook is rehearsed here, and names only commands that there are', async () => {
  const [own, manifest] = await Promise.all([
    readFile(import.meta.filename, 'utf8'),
    readFile('package.json', 'utf8'),
  ]);
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(manifest));
  for (const name of await readdir('docs/runbooks')) {
    const text = await readFile(`docs/runbooks/${name}`, 'utf8');
    expect(stepsOf(text).filter(({ kind }) => kind === 'run').length, name).toBeGreaterThan(0);
    expect(own, name).toContain(`follow('${name}'`);
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w-]+)/g))
      expect(Object.keys(scripts), `${name}: ${script}`).toContain(script);
  }
});

function stores() {
  const client = new DynamoDBClient(clientOptions(place, 'dynamodb'));
  return { client, runs: runStore({ client: DynamoDBDocumentClient.from(client), name: place.table }) };
}

/** A view but for what says when and by which run it was made. */
function withoutTimes(view: unknown): unknown {
  return JSON.parse(
    JSON.stringify(view, (name, value: unknown) => (/At$|^runId$/.test(name) ? undefined : value)),
  );
}
