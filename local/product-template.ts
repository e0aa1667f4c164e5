import { join } from 'node:path';

export type TemplateSettings = {
  readonly areas: readonly string[];
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  readonly tokenKeysUrl: string;
  readonly dashboardUrl: string;
  /** What the dashboard signs people in as; without it nobody needs to. */
  readonly signInClientId?: string;
  /** Where alerts are posted as well, JSON. */
  readonly localWebhook?: string;
};

/** Where the repository begins: entries of functions are relative to it. */
export const repository = join(import.meta.dirname, '..');

/** Synthesises the CDK app that is also deployed, without bundles; the names of buckets are those of the contract. */
export async function productTemplate(settings: TemplateSettings, outdir: string): Promise<unknown> {
  const pages = join(outdir, 'pages');
  // Loaded when needed: the CDK is the largest import of a start.
  const [{ buildApp }] = await Promise.all([import('../lib/app.ts'), builtPages(pages, settings)]);
  const app = buildApp({
    bundling: false,
    outdir,
    pages,
    settings: {
      ...settings,
      dropsBucketName: 'bellwether-drops',
      reportsBucketName: 'bellwether-reports',
    },
  });
  return app.synth().getStackByName('Bellwether').template;
}

async function builtPages(folder: string, settings: TemplateSettings): Promise<void> {
  const { buildDashboard } = await import('../lib/dashboard-build.ts');
  const { signInOf } = await import('../lib/sign-in.ts');
  await buildDashboard(folder, signInOf(settings));
}
