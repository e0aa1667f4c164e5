import { join } from 'node:path';
import { buildApp } from '../../lib/app.ts';
import { buildDashboard } from '../../lib/dashboard-build.ts';
import type { Settings } from '../../lib/settings.ts';
import { signInOf } from '../../lib/sign-in.ts';
import { stackName } from '../../lib/stack-name.ts';
import { type Template, templateSchema } from '../../lib/template.ts';

export type Synthesised =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly problem: string };

/** Writes the stack with its bundles and pages into a folder, checked by the security rules. */
export async function synthesise(settings: Settings, folder: string): Promise<Synthesised> {
  const pages = join(folder, 'pages');
  await buildDashboard(pages, signInOf(settings));
  try {
    const app = buildApp({ settings, bundling: true, outdir: folder, pages });
    const { template } = app.synth().getStackByName(stackName(settings.stage));
    return { ok: true, template: templateSchema.parse(template) };
  } catch (error) {
    // CDK has printed each violation; its stack trace adds nothing.
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `Cannot synthesise the stack: ${why}` };
  }
}
