import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentArchitecture } from '../../bin/command/architecture.ts';
import { projectRoot } from '../../lib/project.ts';

const written = readFileSync(join(projectRoot, 'docs/architecture.md'), 'utf8');

test('docs/architecture.md is what the template and the imports say', async () => {
  expect(
    written === (await currentArchitecture()),
    'docs/architecture.md is stale: run npm exec -- node bin/document-architecture.ts',
  ).toBe(true);
});

test('it shows the way of a file, and of a request', () => {
  for (const line of [
    'drops -- events --> q_ingest',
    'q_ingest --> ingest',
    'ingest --> q_recompute',
    'q_recompute --> recompute',
    'recompute --> q_notify',
    'gateway --> api',
    'api -.- table',
  ])
    expect(written).toContain(`  ${line}\n`);
});
