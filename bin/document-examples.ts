import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleFolder } from '../lib/api-page/example-folder.ts';
import { projectRoot } from '../lib/project.ts';
import { startRuntime } from '../local/runtime.ts';
import type { Examples } from '../shared/api/examples/examples.ts';
import { routes } from '../shared/api/routes/routes.ts';
import { askingOf } from './command/examples/asking-of.ts';
import { collectExamples } from './command/examples/collect.ts';
import { collectRefusals } from './command/examples/refusals.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'bellwether-examples-'));
const say = (text: string) => process.stderr.write(`${text}\n`);
// The pages that are started show what an earlier call wrote.
await mkdir(exampleFolder, { recursive: true });
const runtime = await startRuntime({
  ...{ port: 0, s3Port: 0, dataDir, areas: ['E06000054'], samples: true, today: undefined, auth: true },
  ...{ say, report: say },
});
try {
  const asking = await askingOf(runtime);
  const stranger = await runtime.token({ scopes: ['read'], areas: ['E06000055'] });
  const collected = await collectExamples(routes, asking);
  const examples: Examples = {
    routes: collected.routes,
    problems: await collectRefusals(asking, `Bearer ${stranger}`),
  };
  await rm(exampleFolder, { recursive: true, force: true });
  await mkdir(exampleFolder);
  for (const [name, bytes] of collected.files) await writeFile(join(exampleFolder, name), bytes);
  const file = join(projectRoot, 'shared/api/examples/answers.json');
  await writeFile(file, `${JSON.stringify(examples, null, 2)}\n`);
  process.stdout.write(`Written ${file}\n`);
} finally {
  await runtime.stop();
  await rm(dataDir, { recursive: true, force: true });
}
