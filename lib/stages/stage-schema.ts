import * as z from 'zod';
import { areaByCode } from '../../shared/catalogue/areas.ts';

/** A rule that says what is there and what is needed. */
function text(holds: (value: string) => boolean, needed: string) {
  return z.string().refine(holds, {
    error: ({ input }) => `Cannot use "${String(input).slice(0, 80)}": ${needed}`,
  });
}

const matching = (pattern: RegExp, needed: string) => text((value) => pattern.test(value), needed);

const isHttps = (value: string) => URL.canParse(value) && new URL(value).protocol === 'https:';
const httpsAddress = (needed: string) => text(isHttps, needed).meta({ format: 'uri' });

const area = text(
  (code) => areaByCode(code) !== undefined,
  'no council of England has that code. Write its ONS code, such as E06000054.',
);

const mailbox = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'write the address of a shared mailbox.');
const recipients = (told: string) =>
  z
    .array(mailbox)
    .max(20)
    .default([])
    .meta({ description: `Mailboxes that are told of ${told}; each must confirm its subscription once` });

/** How many days CloudWatch can keep a log, up to a year: it takes no other number. */
const logDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365], {
  error:
    'CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180 or 365 days. Write one of these.',
});

/** What a stage's file may say: everything in which one deployment differs from another. */
export const stageSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    account: matching(/^\d{12}$/, 'an AWS account is a number of twelve digits, written as text.')
      .exactOptional()
      .meta({
        description:
          'AWS account that this stage lives in: credentials of another are refused. Without it, that of the credentials',
      }),
    region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'write a region as AWS does, such as eu-west-2.')
      .default('eu-west-2')
      .meta({ description: 'AWS region; London unless told, so that the figures stay in the country' }),
    areas: z
      .array(area)
      .min(1, 'A deployment is for at least one council: write its ONS code, such as E06000054.')
      .meta({ description: 'ONS codes of the councils that are listed, accept files and are recomputed' }),
    identityProvider: z
      .strictObject({
        issuer: httpsAddress('the issuer is an https address, the `iss` of its tokens.'),
        audience: z.string().min(1).meta({ description: 'The `aud` of the tokens that are accepted' }),
        keysUrl: httpsAddress(
          'it is not an https address: whoever could change the keys on their way could sign every token.',
        ).meta({ description: 'Where the issuer publishes its keys (JWKS)' }),
        clientId: z
          .string()
          .min(1)
          .exactOptional()
          .meta({ description: 'The dashboard as the identity provider knows it, for signing in' }),
        scope: z.string().min(1).exactOptional().meta({
          description: 'Scopes that signing in asks for, separated by spaces: “openid” and those of the API',
        }),
        origins: z.array(httpsAddress('an origin is an https address without a path.')).exactOptional().meta({
          description:
            'Where signing in speaks to besides the issuer, such as a token endpoint of another host',
        }),
      })
      .exactOptional()
      .meta({ description: 'Who may come in. Without it every request for data is refused: 401' }),
    alarms: z
      .strictObject({
        operations: recipients('faults of the system'),
        onCall: recipients('alerts about figures'),
        dataQuality: recipients('files that are wrong or late'),
      })
      .default({ operations: [], onCall: [], dataQuality: [] }),
    retention: z
      .strictObject({
        logDays: logDays.default(90).meta({ description: 'How long the functions’ logs are kept' }),
        accessLogDays: z
          .int()
          .min(30, 'Access logs are kept for 30 days at least: a break-in is seldom found sooner.')
          .max(400, 'Access logs hold addresses of people: keep them for 400 days at most.')
          .default(400)
          .meta({ description: 'How long access logs of buckets and pages are kept' }),
      })
      .default({ logDays: 90, accessLogDays: 400 })
      .meta({ description: 'Files that were dropped are kept for good: they are the record' }),
    dashboard: z
      .strictObject({
        url: httpsAddress('the dashboard has an https address.').meta({
          description: 'Where people find the dashboard',
        }),
        certificateArn: matching(
          /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
          'CloudFront takes certificates of us-east-1 only, arn:aws:acm:us-east-1:….',
        )
          .exactOptional()
          .meta({ description: 'Certificate for that address, from ACM in us-east-1' }),
      })
      .exactOptional()
      .meta({ description: 'A name of your own. Without it, the address that CloudFront gives' }),
    webAclArn: matching(
      /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[\w-]+$/,
      'CloudFront takes web ACLs of us-east-1 only, arn:aws:wafv2:us-east-1:123456789012:global/webacl/NAME/ID.',
    )
      .exactOptional()
      .meta({ description: 'AWS WAF before pages and API: on when it is named, off without' }),
    replica: z
      .strictObject({
        bucketArn: matching(
          /^arn:aws:s3:::[a-z0-9.-]{3,63}$/,
          'write the ARN of a bucket, arn:aws:s3:::NAME.',
        ),
        keyArn: matching(
          /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/,
          'write the ARN of a key of the bucket’s region, arn:aws:kms:REGION:ACCOUNT:key/ID.',
        ),
      })
      .exactOptional()
      .meta({
        description: 'Versioned bucket in another region to which every dropped file is copied; off without',
      }),
    table: z
      .strictObject({
        generation: z.int().min(1).max(99).default(1).meta({ description: 'Which table serves' }),
        next: z
          .int()
          .min(1)
          .max(99)
          .exactOptional()
          .meta({ description: 'One that is made empty beside it, to be filled and then to serve' }),
      })
      .refine(({ generation, next }) => next !== generation, {
        error:
          'The table that comes next is another than the one that serves: write a number that was never used.',
        path: ['next'],
      })
      .exactOptional()
      .meta({ description: 'Only to change the table’s layout: docs/runbooks/rebuild.md says how' }),
    budget: z
      .strictObject({
        monthlyUsd: z.number().min(1, 'Write a monthly sum of US dollars, such as 100.'),
      })
      .exactOptional()
      .meta({
        description:
          'Operations is told at 80% and 100% of it, and when the forecast passes it. AWS bills in dollars',
      }),
    webhookSecretArn: matching(
      /^arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}$/,
      'write the whole ARN of a secret, with its six last characters, arn:aws:secretsmanager:eu-west-2:123456789012:secret:bellwether-webhook-AbCdEf.',
    )
      .exactOptional()
      .meta({ description: 'Secret with the webhook that alerts are posted to as well (docs/alerts.md)' }),
  })
  .refine(({ budget, alarms }) => budget === undefined || alarms.operations.length > 0, {
    error: 'A budget that nobody is told of is none: write a mailbox under "alarms", "operations".',
    path: ['budget'],
  })
  .meta({ title: 'A stage of Bellwether', description: 'docs/how-to/deploy.md says what each setting does' });

export type StageFile = z.output<typeof stageSchema>;
