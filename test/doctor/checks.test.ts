import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { readStage } from '../../bin/command/deploy/read-stage.ts';
import { examine } from '../../bin/command/doctor/check.ts';
import { machineChecks, stageChecks, systemChecks } from '../../bin/command/doctor/checks.ts';
import { area } from '../pipeline/system.ts';
import { runbookProblem } from '../runbooks/runbook-links.ts';
import { checkOf, expectFault } from './patient.ts';

test.each([...systemChecks, ...machineChecks, ...stageChecks])(
  'the runbook of $id is there: $runbook',
  ({ runbook }) => {
    expect(runbookProblem(runbook)).toBeUndefined();
  },
);

test('settings of the stage cannot be used, or are others than were deployed', async () => {
  const file = (text: string | undefined) => ({
    stage: () => readStage('prod', { read: () => Promise.resolve(text), list: () => Promise.resolve([]) }),
    deployedAreas: [area],
  });
  const lookAtStage = async (text: string | undefined) =>
    (await examine([checkOf(stageChecks, 'stage-file')], file(text)))[0];
  expectFault(await lookAtStage(undefined), /stages\/prod\.json is not there/);
  expectFault(await lookAtStage('{ "areas": ["Wiltshire"] }'), /Wiltshire/);
  const prod = await readFile('stages/prod.json', 'utf8');
  const other = JSON.stringify({ ...z.object({}).loose().parse(JSON.parse(prod)), areas: ['E06000022'] });
  expectFault(await lookAtStage(other), /names the councils E06000022; deployed are E06000054/);
});
