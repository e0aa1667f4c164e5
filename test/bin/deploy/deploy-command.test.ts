import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeployPorts, type DeployRequest, deploy } from '../../../bin/command/deploy/deploy-command.ts';
import { KEPT, releasesIn } from '../../../bin/command/deploy/releases.ts';
import type { Checked } from '../../../bin/command/deploy/smoke-test.ts';
import { recorder } from '../fakes.ts';

let root: string;
let stage: string;
let stages = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bellwether-releases-'));
});
beforeEach(() => {
  stages += 1;
  stage = `s${stages}`;
});
afterAll(() => rm(root, { recursive: true }));

const good: Checked = { title: 'It answers', end: 'ok', found: '200' };
const bad: Checked = { title: 'It answers', end: 'fault', found: '500' };

/** A deployment in which everything is as it should be, but for what a test says. */
function deploying(release: string, differing: Partial<DeployRequest> = {}) {
  const { voice, out, err } = recorder();
  const calls: string[][] = [];
  const asked: string[] = [];
  const request: DeployRequest = {
    ...{ stage, release, settings: { stage, areas: ['E06000054'] }, outputs: 'outputs.json' },
    ...{ diff: false, yes: false, rest: [] },
    ...differing,
  };
  const run = (ports: Partial<DeployPorts> & { answer?: boolean; codes?: Record<string, number> } = {}) =>
    deploy(request, {
      async synthesise({ release: named = '' }, folder) {
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'manifest.json'), JSON.stringify({ named }));
        return undefined;
      },
      cdk: (args) => {
        calls.push([...args]);
        return Promise.resolve(ports.codes?.[args[0] ?? ''] ?? 0);
      },
      confirm: (question) => {
        asked.push(question);
        return Promise.resolve(ports.answer ?? true);
      },
      releases: releasesIn(stage, root),
      smokeTest: () => Promise.resolve([good]),
      now: () => new Date('2026-11-29T15:00:00Z'),
      voice,
      ...ports,
    });
  return { run, calls, asked, out, err, folder: join(root, stage, release) };
}

test('what was shown is what is deployed: one assembly, compared, agreed to, deployed, tried', async () => {
  const { run, calls, asked, out, folder } = deploying('1.0.0-aaa', { rest: ['--profile', 'council'] });
  expect(await run()).toBe(0);
  const tail = ['--profile', 'council'];
  expect(calls).toEqual([
    ['diff', 'Bellwether', '--app', folder, ...tail],
    [
      'deploy',
      'Bellwether',
      '--app',
      folder,
      '--require-approval',
      'never',
      '--outputs-file',
      'outputs.json',
      ...tail,
    ],
  ]);
  expect(asked).toEqual([`Deploy release 1.0.0-aaa to stage ${stage}?`]);
  expect(out.join('\n')).toContain('It answers: 200');
  expect(out.at(-1)).toContain('no earlier release');
});

describe('nothing is changed', () => {
  test('when somebody says no', async () => {
    const { run, calls, err } = deploying('1.0.0-aaa');
    expect(await run({ answer: false })).toBe(1);
    expect(calls.map(([verb]) => verb)).toEqual(['diff']);
    expect(err.join()).toContain('Nothing was changed');
  });

  test('when only the difference is asked for', async () => {
    const { run, calls, asked } = deploying('1.0.0-aaa', { diff: true });
    expect(await run()).toBe(0);
    expect(calls.map(([verb]) => verb)).toEqual(['diff']);
    expect(asked).toEqual([]);
  });

  test('when a security rule is violated', async () => {
    const { run, calls, err } = deploying('1.0.0-aaa');
    expect(await run({ synthesise: () => Promise.resolve('Cannot synthesise the stack: a rule') })).toBe(1);
    expect(calls).toEqual([]);
    expect(err).toEqual(['Cannot synthesise the stack: a rule']);
  });

  test('when the account cannot be reached', async () => {
    const { run, calls, err } = deploying('1.0.0-aaa');
    expect(await run({ codes: { diff: 1 } })).toBe(1);
    expect(calls.map(([verb]) => verb)).toEqual(['diff']);
    expect(err.join()).toContain('credentials');
  });
});

describe('a list of releases that cannot be read', () => {
  const unreadable: [string, string, string][] = [
    ['is cut off', '[{"release": "1.0.0', 'it is not JSON'],
    ['is not a list', '{"release": "1.0.0-aaa"}', 'it is not what a deployment wrote (all of it)'],
    ['has a release without its end', '[{"release":"1.0.0-aaa","at":"2026-11-29T15:00:00Z"}]', '(0.end)'],
  ];
  test.each(unreadable)('stops before anything is done: it %s', async (_, text, why) => {
    await mkdir(join(root, stage));
    const file = join(root, stage, 'releases.json');
    await writeFile(file, text);
    for (const rollback of [undefined, {}]) {
      const { run, calls, err } = deploying('1.0.0-aaa', rollback && { rollback });
      const synthesise = () => Promise.reject(new Error('It must not be synthesised.'));
      expect(await run({ synthesise })).toBe(1);
      expect(calls).toEqual([]);
      expect(err.join()).toContain(`Cannot read the list of releases ${file}: `);
      expect(err.join()).toContain(why);
      expect(err.join()).toContain('Move that file away and run the command again');
    }
    expect(await readFile(file, 'utf8')).toBe(text);
    // And doing so mends it.
    await rm(file);
    expect(await deploying('1.0.0-aaa').run()).toBe(0);
  });
});

test('with --yes nobody is asked', async () => {
  const { run, asked } = deploying('1.0.0-aaa', { yes: true });
  expect(await run()).toBe(0);
  expect(asked).toEqual([]);
});

describe('going back', () => {
  const back = (rollback: DeployRequest['rollback'] = {}) => deploying('unused', { rollback });

  test('deploys the release before again, from its assembly, without making a new one', async () => {
    const first = deploying('1.0.0-aaa');
    await first.run();
    const second = deploying('1.0.0-bbb');
    await second.run();
    expect(second.out.at(-1)).toContain(
      `To go back to 1.0.0-aaa: npm run deploy -- --stage ${stage} --rollback`,
    );
    const { run, calls } = back();
    const served: string[] = [];
    const code = await run({
      synthesise: () => Promise.reject(new Error('It must not be synthesised.')),
      smokeTest: (_, release) => {
        served.push(release);
        return Promise.resolve([good]);
      },
    });
    expect(code).toBe(0);
    expect(calls.map((args) => args.slice(0, 4))).toEqual([
      ['diff', 'Bellwether', '--app', first.folder],
      ['deploy', 'Bellwether', '--app', first.folder],
    ]);
    expect(served).toEqual(['1.0.0-aaa']);
    // And forward again.
    const again = back();
    await again.run();
    expect(again.calls[0]).toContain(second.folder);
  });

  test('passes over a release that AWS refused and one that did not do what it should', async () => {
    await deploying('1.0.0-aaa').run();
    const ill = deploying('1.0.0-bbb');
    expect(await ill.run({ smokeTest: () => Promise.resolve([good, bad]) })).toBe(1);
    expect(ill.err.join()).toContain(`--rollback`);
    expect(await deploying('1.0.0-ccc').run({ codes: { deploy: 1 } })).toBe(1);
    const { run, calls } = back();
    expect(await run()).toBe(0);
    expect(calls[0]).toContain(join(root, stage, '1.0.0-aaa'));
  });

  test('may name the release', async () => {
    for (const release of ['1.0.0-aaa', '1.0.0-bbb', '1.0.0-ccc']) await deploying(release).run();
    const { run, calls } = back({ to: '1.0.0-aaa' });
    expect(await run()).toBe(0);
    expect(calls[0]).toContain(join(root, stage, '1.0.0-aaa'));
  });

  test.each([
    ['when there is nothing to go back to', 0, {}, 'none was deployed from here'],
    ['to what serves now', 1, { to: '1.0.0-0' }, 'serves now'],
    ['to what was never deployed', 2, { to: 'other' }, 'there are 1.0.0-0'],
    ['to what is not kept any more', KEPT + 2, { to: '1.0.0-0' }, 'not kept'],
  ])('is refused %s', async (_, deployed, rollback, why) => {
    for (let n = 0; n < deployed; n += 1) await deploying(`1.0.0-${n}`).run();
    const { run, calls, err } = back(rollback);
    expect(await run()).toBe(1);
    expect(calls).toEqual([]);
    expect(err.join()).toContain(why);
  });
});

test('what a release found in an answer cannot rewrite the terminal', async () => {
  const { run, err, out } = deploying('1.0.0-aaa');
  await run({ smokeTest: () => Promise.resolve([{ ...bad, found: '500 \u001b[2J' }]) });
  expect([...out, ...err].join('\n')).not.toContain('\u001b');
});
