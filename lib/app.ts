import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { BellwetherStack } from './bellwether-stack.ts';
import { contextOf } from './context.ts';
import type { Settings } from './settings.ts';

export type BuildOptions = {
  readonly settings: Settings;
  /** With bundles, as deployed: about five seconds. Without: the template alone, a tenth of one. */
  readonly bundling: boolean;
  /** Check the security rules of cdk-nag; as `bundling` unless told. */
  readonly securityRules?: boolean;
  readonly outdir?: string;
  /** Folder of the built pages; without it the dashboard's bucket gets no files. */
  readonly pages?: string;
};

/**
 * The CDK app, the same for `cdk deploy`, `npm run synth` and the runtime on one machine. `app.synth()` throws
 * when a security rule is violated.
 */
export function buildApp({ settings, bundling, securityRules = bundling, outdir, pages }: BuildOptions): App {
  const app = new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: bundling,
    context: contextOf({ bundling }),
    ...(outdir === undefined ? {} : { outdir }),
  });
  if (securityRules) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  new BellwetherStack(app, 'Bellwether', settings, pages);
  return app;
}
