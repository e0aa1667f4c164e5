import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/app.ts';
import { buildDashboard } from '../lib/dashboard-build.ts';
import { projectRoot } from '../lib/project.ts';
import { defaultSettings, type Settings } from '../lib/settings.ts';
import { signInOf } from '../lib/sign-in.ts';
import { readStage } from './command/deploy/read-stage.ts';

// What the CDK CLI runs (cdk.json) when it is called by itself: `npx cdk synth --context stage=prod`.
const stage: unknown = new App({ autoSynth: false, analyticsReporting: false }).node.tryGetContext('stage');
const outcome =
  typeof stage === 'string' ? await readStage(stage) : ({ ok: true, settings: defaultSettings } as const);
if (outcome.ok) {
  const pages = join(projectRoot, 'cdk.out', 'pages');
  const settings: Settings = outcome.settings;
  await buildDashboard(pages, signInOf(settings));
  buildApp({ settings, bundling: true, pages }).synth();
} else {
  process.stderr.write(`${outcome.problems.join('\n')}\n`);
  process.exitCode = 1;
}
