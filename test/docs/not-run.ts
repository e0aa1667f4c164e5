import type { ShownCommand } from './shown-commands.ts';

/** Commands that the pages show and this test does not run: which, and why. */
type NotRun = { readonly pages?: RegExp; readonly command: RegExp; readonly reason: string };

const reasons: readonly NotRun[] = [
  { command: /^(npm ci|npm ci && npm start)$/, reason: 'installs from the registry' },
  {
    command: /^(\w+=\S+ )?npm start( |$)/,
    reason: 'the system that the others ask is started by the test itself',
  },
  { command: /^(npm ci && )?npm (test|run check)\b/, reason: 'is what runs this test' },
  {
    pages: /^docs\/runbooks\//,
    command: /./,
    reason: 'test/runbooks/rehearsals.test.ts carries out each runbook in a disaster of its own',
  },
  { command: /^npm run synth\b/, reason: 'bundles everything: test/lib synthesises what it shows' },
  {
    command: /^npm run onboard -- --answers FILE\.json/,
    reason: 'needs a file of the reader: test/bin/onboard runs it with one',
  },
  { command: /^npx cdk bootstrap /, reason: 'asks Amazon Web Services: it needs an account' },
  { command: /--stage (?!NAME)\S+/, reason: 'asks Amazon Web Services: it needs an account' },
  { command: /^(aws|rclone|pwsh|docker|terraform) /, reason: 'a program that Bellwether does not bring' },
  {
    pages: /^docs\/runbooks\//,
    command: /./,
    reason: 'test/runbooks/rehearsals.test.ts carries out each runbook, with its disaster before it',
  },
  { command: /^git clone /, reason: 'fetches from elsewhere' },
  {
    pages: /^docs\/api\.md$/,
    command: /\/local\/token|\/drops\/2025\d{4}T|\/recomputes\/[0-9a-f]|cursor=|[?&]after=|If-None-Match/,
    reason: 'names what each system makes anew; test/contract asks these routes with its own',
  },
];

/** Pages whose blocks of other languages a test of their own runs. */
export const runElsewhere: Readonly<Record<string, string>> = {
  'docs/mis-guide.md': 'test/pipeline/mis-guide.test.ts',
  'docs/power-bi-and-excel.md': 'test/pipeline/power-bi-and-excel.test.ts',
};

/** Why a command is not run here; undefined when it is. */
export function whyNotRun({ page, command }: ShownCommand): string | undefined {
  return reasons.find(({ pages, command: wanted }) => (pages?.test(page) ?? true) && wanted.test(command))
    ?.reason;
}
