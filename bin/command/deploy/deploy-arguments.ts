export const deployUsage = `Usage: npm run deploy -- --stage NAME [--diff | --rollback [--to RELEASE]] [--yes] [-- arguments of cdk]

Checks stages/NAME.json, synthesises, shows what would change, asks, deploys just that, and tries what is deployed.

  --stage NAME     the stage: its settings are in stages/NAME.json, its stack is Bellwether-NAME
  --diff           only show what would change
  --rollback       deploy the release before again, from the assembly that is kept of it
  --to RELEASE     the release to go back to; the one before unless told
  --yes            do not ask: where there is nobody, as in a workflow

Uses the AWS credentials of the environment (or \`-- --profile NAME\`); an account is prepared once with
\`npx cdk bootstrap\`. With BELLWETHER_TOKEN it also tries what a token opens. The addresses that result are kept in
cdk.out/outputs-NAME.json, where the other commands find them, and each release in cdk.out/releases/NAME/.
How to, step by step: docs/how-to/deploy.md

Exit code 0: deployed, and it does what it should · 1: not deployed, or it does not · 2: not understood`;

export const deployFlags = ['stage', 'diff', 'rollback', 'to', 'yes'] as const;
export const deploySwitches = ['diff', 'rollback', 'yes'] as const;
export type DeployFlag = (typeof deployFlags)[number];
