import { areaByCode } from '../shared/catalogue/areas.ts';
/** What may differ between one deployment and the next. Everything else is the same everywhere. */
export type Settings = {
  /** Names the stack `Bellwether-<stage>`; absent on one machine, where the stack is `Bellwether`. */
  readonly stage?: string;
  /** AWS region; London unless told, so that the figures stay in the country. */
  readonly region?: string;
  /** Codes of the councils that are listed, accept drops and are recomputed. */
  readonly areas: readonly string[];
  /** `iss` of the tokens that are accepted. Without all three token settings every token is refused: 401. */
  readonly tokenIssuer?: string;
  readonly tokenAudience?: string;
  /** Where the issuer publishes its keys (JWKS). */
  readonly tokenKeysUrl?: string;
  /** Where people find the dashboard, without a trailing slash; the distribution's own address unless told. */
  readonly dashboardUrl?: string;
  /** ARN of the certificate for `dashboardUrl`, in us-east-1 as CloudFront wants it; with it TLS 1.2 is the least. */
  readonly dashboardCertificateArn?: string;
  /** ARN of a web ACL of AWS WAF before pages and API, in us-east-1 as CloudFront wants it; none unless told. */
  readonly webAclArn?: string;
  /** Physical names; generated when absent, so that two stages never collide. */
  readonly dropsBucketName?: string;
  readonly reportsBucketName?: string;
  /** ARN of the secret that says where to post alerts as well (docs/alerts.md); none unless told. */
  readonly webhookSecretArn?: string;
  /** The same in the clear, as JSON: for one machine only, where there is nobody to keep it from. */
  readonly localWebhook?: string;
};

/** Where it is written what the webhook is. */
export type WebhookPlace =
  | { readonly kind: 'secret'; readonly arn: string }
  | { readonly kind: 'local'; readonly target: string };

/** Where it is written what the webhook is; undefined where there is none. */
export function webhookPlace({
  webhookSecretArn: arn,
  localWebhook: target,
}: Settings): WebhookPlace | undefined {
  if (arn !== undefined) return { kind: 'secret', arn };
  return target === undefined ? undefined : { kind: 'local', target };
}

/** Wiltshire, the sample council. */
export const defaultSettings = { areas: ['E06000054'], region: 'eu-west-2' } satisfies Settings;

/** The names of the settings as CDK context and, in kebab-case, as flags of `npm run deploy`. */
export const settingNames = [
  'stage',
  'region',
  'areas',
  'tokenIssuer',
  'tokenAudience',
  'tokenKeysUrl',
  'dashboardUrl',
  'dashboardCertificateArn',
  'webAclArn',
  'dropsBucketName',
  'reportsBucketName',
  'webhookSecretArn',
] as const;
export type SettingName = (typeof settingNames)[number];
export type SettingTexts = { readonly [Name in SettingName]?: string };

export type SettingsOutcome =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Settings from the texts of CDK context (`areas` comma separated). Collects every problem; each says what is
 * there and what is needed.
 */
export function parseSettings(texts: SettingTexts): SettingsOutcome {
  const problems = [
    ...stageProblems(texts.stage),
    ...regionProblems(texts.region),
    ...areaProblems(areasOf(texts.areas)),
    ...tokenProblems(texts),
    ...keysProblems(texts.tokenKeysUrl),
    ...urlProblems(texts.dashboardUrl),
    ...certificateProblems(texts),
    ...webAclProblems(texts.webAclArn),
    ...secretProblems(texts.webhookSecretArn),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { areas, dashboardUrl, ...others } = texts;
  return {
    ok: true,
    settings: {
      ...others,
      areas: areasOf(areas),
      ...(dashboardUrl === undefined ? {} : { dashboardUrl: dashboardUrl.replace(/\/+$/, '') }),
    },
  };
}

function areasOf(text: string | undefined): readonly string[] {
  if (text === undefined) return defaultSettings.areas;
  const codes = text.split(',').map((code) => code.trim());
  return [...new Set(codes.filter((code) => code !== ''))];
}

function stageProblems(stage: string | undefined): string[] {
  if (stage === undefined || /^[a-z][a-z0-9-]{0,30}$/.test(stage)) return [];
  return [
    `Cannot use "${stage}" as a stage: it becomes part of names. Use lower-case letters, digits and hyphens.`,
  ];
}

function regionProblems(region: string | undefined): string[] {
  if (region === undefined || /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) return [];
  return [`Cannot use "${region}" as a region: write it as AWS does, such as eu-west-2.`];
}

function areaProblems(areas: readonly string[]): string[] {
  if (areas.length === 0) return ['Cannot deploy for no area: "areas" is empty. Name at least one council.'];
  return areas
    .filter((code) => areaByCode(code) === undefined)
    .map(
      (code) =>
        `Cannot use "${code}" as an area: no council of England has that code. Write its ONS code, such as E06000054.`,
    );
}

function tokenProblems({ tokenIssuer, tokenAudience, tokenKeysUrl }: SettingTexts): string[] {
  const given = [tokenIssuer, tokenAudience, tokenKeysUrl].filter((text) => text !== undefined);
  if (given.length === 0 || given.length === 3) return [];
  return [
    'Cannot verify tokens with only some of tokenIssuer, tokenAudience and tokenKeysUrl: give all three, or none and every request is refused.',
  ];
}

function certificateProblems({ dashboardUrl, dashboardCertificateArn: arn }: SettingTexts): string[] {
  if (arn === undefined) return [];
  const named =
    dashboardUrl !== undefined && URL.canParse(dashboardUrl) && new URL(dashboardUrl).protocol === 'https:';
  return [
    ...(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(arn)
      ? []
      : [
          `Cannot use "${arn}" as dashboardCertificateArn: CloudFront takes certificates of us-east-1 only, arn:aws:acm:us-east-1:….`,
        ]),
    ...(named
      ? []
      : [
          'Cannot use a certificate without the name that it is for: give dashboardUrl, such as https://bellwether.example.',
        ]),
  ];
}

function webAclProblems(arn: string | undefined): string[] {
  if (arn === undefined || /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/.test(arn))
    return [];
  return [
    `Cannot use "${arn}" as webAclArn: CloudFront takes web ACLs of us-east-1 only, arn:aws:wafv2:us-east-1:123456789012:global/webacl/NAME/ID.`,
  ];
}

/** Whoever could change the keys on their way could sign every token. */
function keysProblems(text: string | undefined): string[] {
  if (text === undefined || (URL.canParse(text) && new URL(text).protocol === 'https:')) return [];
  return [`Cannot use "${text}" as tokenKeysUrl: it is not an https address.`];
}

function secretProblems(arn: string | undefined): string[] {
  if (arn === undefined || /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}$/.test(arn))
    return [];
  return [
    `Cannot use "${arn}" as webhookSecretArn: write the whole ARN of a secret, with its six last characters, arn:aws:secretsmanager:eu-west-2:123456789012:secret:bellwether-webhook-AbCdEf.`,
  ];
}

function urlProblems(text: string | undefined): string[] {
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return [];
  return [`Cannot use "${text}" as dashboardUrl: it is not an http or https address.`];
}
