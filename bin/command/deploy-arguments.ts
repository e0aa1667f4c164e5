import { type SettingName, type SettingTexts, settingNames } from '../../lib/settings.ts';
import type { Flags } from './flags.ts';

export const deployUsage = `Usage: npm run deploy -- --stage NAME [settings] [-- arguments of cdk deploy]

  --stage NAME               names the stack Bellwether-NAME
  --region REGION            eu-west-2 unless told
  --areas CODES              ONS codes of the councils, comma separated
  --token-issuer URL         the iss of the tokens that the API accepts
  --token-audience TEXT      their aud
  --token-keys-url URL       where the issuer publishes its keys
  --dashboard-url URL        where alerts link to
  --dashboard-certificate-arn ARN
                             certificate for that address, from ACM in us-east-1
  --drops-bucket-name NAME   generated unless told
  --reports-bucket-name NAME generated unless told
  --webhook-secret-arn ARN   secret with the webhook that alerts are posted to (docs/alerts.md)
  --web-acl-arn ARN          AWS WAF before pages and API: a web ACL of us-east-1

Without the three token settings the API refuses every request (401). Uses the AWS credentials of the environment;
an account is prepared once with \`npx cdk bootstrap\`. The addresses that result are kept in
cdk.out/outputs-NAME.json, where the other commands find them.`;

/** The settings of a deployment as flags: `tokenKeysUrl` is `--token-keys-url`. */
export const deployFlags: readonly string[] = settingNames.map(flagOf);

export function settingTexts(flags: Flags<string>): SettingTexts {
  const texts: { [Name in SettingName]?: string } = {};
  for (const name of settingNames) {
    const value = flags[flagOf(name)];
    if (value !== undefined) texts[name] = value;
  }
  return texts;
}

/** The arguments of `cdk` that deploy with these settings. */
export function deployArguments(texts: SettingTexts, outputs: string, rest: readonly string[]): string[] {
  const context = Object.entries(texts).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  return ['deploy', 'Bellwether', '--outputs-file', outputs, ...context, ...rest];
}

function flagOf(name: SettingName): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
