import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

/** Laws of the workflows. Their grammar is GitHub's affair; who may do what, and what is run, is ours. */

const stepSchema = z
  .strictObject({
    ...{ name: z.string(), uses: z.string(), run: z.string(), if: z.string() },
    with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    env: z.record(z.string(), z.string()),
  })
  .partial();
const permissionsSchema = z.record(
  z.enum(['contents', 'actions', 'id-token']),
  z.enum(['read', 'write']).optional(),
);
const common = {
  name: z.string().optional(),
  needs: z.array(z.string()).default([]),
  permissions: permissionsSchema,
};
const ran = z.strictObject({
  ...common,
  'runs-on': z.literal('ubuntu-24.04'),
  'timeout-minutes': z.number(),
  environment: z.string().optional(),
  if: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  strategy: z.object({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
  steps: z.array(stepSchema),
});
const called = z.strictObject({
  ...common,
  uses: z.string(),
  with: z.record(z.string(), z.string()).optional(),
});
const workflowSchema = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), z.union([ran, called])),
});

const folder = '.github/workflows';
const workflows = await Promise.all(
  (await readdir(folder)).map(async (file) => {
    const text = await readFile(`${folder}/${file}`, 'utf8');
    return { file, text, workflow: workflowSchema.parse(parse(text)) };
  }),
);
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ file, id, job })),
);
const steps = jobs.flatMap(({ file, id, job }) =>
  'steps' in job ? job.steps.map((step) => ({ file, id, step, job })) : [],
);

test('every action of others is pinned to a commit, beside the version that it is', () => {
  const lines = workflows.flatMap(({ text }) =>
    text.split('\n').filter((line) => /\buses: (?!\.\/)/.test(line)),
  );
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('one action has one version everywhere', () => {
  const versions = new Map(
    steps
      .flatMap(({ step: { uses } }) => (uses === undefined ? [] : [uses.split('@')]))
      .map(([action, at]) => [action, at]),
  );
  for (const { step } of steps)
    if (step.uses !== undefined) expect(step.uses.split('@')[1]).toBe(versions.get(step.uses.split('@')[0]));
});

describe('rights', () => {
  test('no long-lived key is used: AWS takes the token of the run', () => {
    for (const { text } of workflows) {
      expect(text).not.toMatch(/aws-access-key-id|aws-secret-access-key|AWS_SECRET/i);
      for (const [, secret] of text.matchAll(/secrets\.(\w+)/g)) expect(secret).toBe('DEPLOY_ROLE_ARN');
    }
  });

  test('who may take credentials runs in an environment, which decides who must agree', () => {
    const taking = steps.filter(({ step }) => step.uses?.startsWith('aws-actions/'));
    expect(taking.length).toBeGreaterThan(1);
    for (const { job } of taking) {
      expect(job.environment).toBeDefined();
      expect(job.permissions['id-token']).toBe('write');
    }
    for (const { id, job } of jobs)
      if ('steps' in job && job.permissions['id-token'] !== undefined)
        expect(taking.map((each) => each.id)).toContain(id);
  });

  test('only the job that publishes writes to the repository', () => {
    const writing = jobs.filter(({ job }) => job.permissions.contents === 'write');
    expect(writing.map(({ id }) => id)).toEqual(['publish']);
  });

  test('a checkout leaves no token behind', () => {
    for (const { step } of steps)
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('no text of a stranger stands in a script: what comes from outside goes through the environment', () => {
    for (const { step } of steps) {
      const inserted = [...(step.run ?? '').matchAll(/\$\{\{\s*([\w.-]+)/g)].map(([, name]) => name);
      expect(inserted.filter((name) => name !== 'matrix.stage')).toEqual([]);
    }
  });

  test('a pull request from a fork gets no credentials, and none runs with the rights of the base', () => {
    const diff = jobs.find(({ id }) => id === 'diff')?.job;
    expect(diff && 'if' in diff ? diff.if : '').toContain('head.repo.full_name == github.repository');
    for (const { workflow } of workflows) expect(workflow.on).not.toHaveProperty('pull_request_target');
  });
});

describe('what is run is there', async () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  const commands = steps.flatMap(({ step }) => [
    ...(step.run ?? '').matchAll(/npm run (?:--silent )?(\w+)/g),
  ]);

  test('every command is one of package.json', () => {
    expect(commands.length).toBeGreaterThan(0);
    for (const [, name] of commands) expect(scripts).toHaveProperty(name ?? '');
  });

  test('format, types, tests, synthesis and the change set come before a release, dev before prod', () => {
    const all = steps.map(({ step }) => step.run ?? '').join('\n');
    for (const wanted of ['npm run check', 'npm test', 'npm run synth', '--diff', 'npm run --silent sbom'])
      expect(all).toContain(wanted);
    const needs = Object.fromEntries(jobs.map(({ id, job }) => [id, job.needs]));
    expect(needs).toMatchObject({ dev: ['check'], prod: ['dev'], publish: ['prod'] });
  });

  test('every workflow that is called, every job that is awaited and every stage is there', async () => {
    const files = await readdir(folder);
    const stages = await readdir('stages');
    for (const { file, job } of jobs) {
      if ('uses' in job) expect(files).toContain(job.uses.replace('./.github/workflows/', ''));
      if ('uses' in job && job.with) expect(stages).toContain(`${job.with['stage']}.json`);
      const own = workflows.find((each) => each.file === file)?.workflow.jobs ?? {};
      for (const needed of job.needs) expect(own).toHaveProperty(needed);
    }
  });
});
