import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/app.ts';
import { buildDashboard } from '../lib/dashboard-build.ts';
import { projectRoot } from '../lib/project.ts';
import { parseSettings, settingNames } from '../lib/settings.ts';

// What the CDK CLI runs (cdk.json). Settings are its context: `--context stage=test --context areas=E06000054`.
const context = new App({ autoSynth: false, analyticsReporting: false }).node;
const texts = settingNames.map((name): [string, unknown] => [name, context.tryGetContext(name)]);
const outcome = parseSettings(
  Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
);
if (outcome.ok) {
  const pages = join(projectRoot, 'cdk.out', 'pages');
  await buildDashboard(pages);
  buildApp({ settings: outcome.settings, bundling: true, pages }).synth();
} else {
  process.stderr.write(`${outcome.problems.join('\n')}\n`);
  process.exitCode = 1;
}
