import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../lib/app.ts';
import { projectRoot } from '../../lib/project.ts';
import { interpretTemplate } from '../../local/resources/interpret.ts';
import { ACCOUNT, REGION } from '../../local/resources/place.ts';
import { readTemplate } from '../../local/template/template.ts';
import { architecturePage } from './architecture-page.ts';
import { partImports } from './part-imports.ts';

/** The page about the architecture as the code stands. */
export async function currentArchitecture(): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'bellwether-architecture-'));
  try {
    // The council of the samples: which one it is changes nothing in the picture.
    const app = buildApp({
      settings: {
        areas: ['E06000054'],
        dropsBucketName: 'bellwether-drops',
        reportsBucketName: 'bellwether-reports',
      },
      bundling: false,
      outdir,
    });
    const place = {
      stackName: 'Bellwether',
      region: REGION,
      account: ACCOUNT,
      sqsEndpoint: 'http://127.0.0.1',
    };
    const plan = interpretTemplate(readTemplate(app.synth().getStackByName('Bellwether').template), place);
    return architecturePage(plan, partImports(projectRoot));
  } finally {
    await rm(outdir, { recursive: true });
  }
}
