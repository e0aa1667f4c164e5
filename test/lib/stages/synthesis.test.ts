import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { buildApp } from '../../../lib/app.ts';
import type { Settings } from '../../../lib/settings.ts';
import { stackName } from '../../../lib/stack-name.ts';
import { parseStage } from '../../../lib/stages/stage.ts';
import { type Resource, type Template, templateSchema } from '../../../lib/template.ts';
import { at, functionOf, inPassing, ofType, only, pages, statements } from '../synthesised.ts';

const ids = '0123abcd-0123-0123-0123-0123456789ab';
const everything = {
  account: '123456789012',
  areas: ['E06000054', 'E06000052'],
  identityProvider: {
    ...{ issuer: 'https://login.test', audience: 'bellwether', keysUrl: 'https://login.test/keys' },
    clientId: 'a-client',
  },
  alarms: { operations: ['a@b.test', 'c@b.test'], onCall: ['d@b.test'], dataQuality: ['e@b.test'] },
  retention: { logDays: 30, accessLogDays: 60 },
  dashboard: {
    url: 'https://bellwether.test',
    certificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/${ids}`,
  },
  webAclArn: `arn:aws:wafv2:us-east-1:123456789012:global/webacl/bellwether/${ids}`,
  replica: {
    bucketArn: 'arn:aws:s3:::bellwether-replica',
    keyArn: `arn:aws:kms:eu-west-1:123456789012:key/${ids}`,
  },
  budget: { monthlyUsd: 150 },
  webhookSecretArn: 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:bellwether-webhook-AbCdEf',
};

const files = {
  dev: await readFile('stages/dev.json', 'utf8'),
  prod: await readFile('stages/prod.json', 'utf8'),
  minimal: JSON.stringify({ areas: ['E06000054'] }),
  everything: JSON.stringify(everything),
};

/** Synthesised once each, with the security rules: a violation throws here. */
const made = Object.entries(files).map(([stage, text]) => {
  const outcome = parseStage(stage, text);
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'));
  const settings: Settings = { ...outcome.settings, release: `0.1.0-${stage}` };
  return inPassing((outdir) => {
    const app = buildApp({ settings, bundling: false, securityRules: true, outdir, pages });
    const { template } = app.synth().getStackByName(stackName(stage));
    return { stage, template: templateSchema.parse(template) };
  });
});
const of = (wanted: string): Template => {
  const found = made.find(({ stage }) => stage === wanted);
  if (found === undefined) throw new Error(`There is no stage ${wanted}`);
  return found.template;
};

describe.each(made)('stage $stage keeps the security rules, and', ({ stage, template }) => {
  test('what holds figures outlives its stack and is protected', () => {
    const kept = ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key'].flatMap((type) =>
      ofType(type, template),
    );
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept)
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
    const [, table] = only('AWS::DynamoDB::GlobalTable', template);
    expect(at(table.Properties, 'Replicas', 0, 'DeletionProtectionEnabled')).toBe(true);
    expect(
      at(table.Properties, 'Replicas', 0, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'),
    ).toBe(true);
  });

  test('says by a tag whose it is', () => {
    const [, bucket] = ofType('AWS::S3::Bucket', template)[0] ?? [];
    expect(at(bucket, 'Properties', 'Tags')).toEqual(
      expect.arrayContaining([{ Key: 'stage', Value: stage }]),
    );
  });

  test('answers which release it is', () => {
    const [, fn] = functionOf('api', template);
    expect(at(fn.Properties, 'Environment', 'Variables', 'RELEASE')).toBe(`0.1.0-${stage}`);
  });
});

/** Properties whose text is taken in an account: at the top of a resource or in its configuration. */
const TAKEN =
  /^AWS::\w+::\w+ (Bucket|Table|Queue|Topic|Function|Role|ManagedPolicy|Alarm|Dashboard|LogGroup|Alias|Budget)Name$|^AWS::(CloudFront|Scheduler)::\w+ Name$/;

function namesOf({ Type, Properties }: Resource): string[] {
  const levels = [Properties, ...Object.values(Properties).filter((each) => !Array.isArray(each))];
  return levels
    .flatMap((level) => (typeof level === 'object' && level !== null ? Object.entries(level) : []))
    .flatMap(([name, value]: [string, unknown]) =>
      TAKEN.test(`${Type} ${name}`) && typeof value === 'string' ? `${Type} ${value}` : [],
    );
}

test('no two stages would take the same name in one account', () => {
  const names = made.map(({ template }) => Object.values(template.Resources).flatMap(namesOf));
  expect(names[0]).toContain('AWS::CloudFront::Function Bellwether-dev-unknown-pages');
  const shared = names.flat().filter((name, index, all) => all.indexOf(name) !== index);
  expect(shared).toEqual([]);
});

describe('with everything on', () => {
  const template = of('everything');

  test('each mailbox is subscribed to its topic', () => {
    const mails = ofType('AWS::SNS::Subscription', template).filter(
      ([, { Properties }]) => at(Properties, 'Protocol') === 'email',
    );
    expect(mails.map(([, { Properties }]) => at(Properties, 'Endpoint')).sort()).toEqual([
      'a@b.test',
      'c@b.test',
      'd@b.test',
      'e@b.test',
    ]);
  });

  test('every dropped file and every deletion is copied to another region, encrypted by its key', () => {
    const drops = ofType('AWS::S3::Bucket', template).find(([id]) => id.startsWith('DropsBucket'));
    const rule = at(drops, 1, 'Properties', 'ReplicationConfiguration', 'Rules', 0);
    expect(at(rule, 'Status')).toBe('Enabled');
    expect(at(rule, 'DeleteMarkerReplication', 'Status')).toBe('Enabled');
    expect(at(rule, 'Destination', 'Bucket')).toBe('arn:aws:s3:::bellwether-replica');
    expect(at(rule, 'Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID')).toBe(
      everything.replica.keyArn,
    );
  });

  test('who copies may read versions, write the replica, and no more', () => {
    const [, policy] =
      ofType('AWS::IAM::Policy', template).find(([id]) => id.includes('ReplicationRole')) ?? [];
    const actions = policy === undefined ? [] : statements(policy).flatMap(({ Action }) => Action);
    expect(actions).toContain('s3:ReplicateObject');
    expect(actions).not.toContain('s3:*');
    expect(actions.some((action) => /^s3:(Put|Delete)/.test(action))).toBe(false);
  });

  test('operations is told of what a month costs before it is spent', () => {
    const [, budget] = only('AWS::Budgets::Budget', template);
    expect(at(budget.Properties, 'Budget', 'BudgetLimit')).toEqual({ Amount: 150, Unit: 'USD' });
    const told = at(budget.Properties, 'NotificationsWithSubscribers');
    expect(JSON.stringify(told)).toContain('FORECASTED');
    expect(JSON.stringify(told)).toContain('a@b.test');
  });

  test('logs are kept as long as told', () => {
    const days = ofType('AWS::Logs::LogGroup', template).map(([id, { Properties }]) => [
      id,
      at(Properties, 'RetentionInDays'),
    ]);
    const functionLogs = days.filter(
      ([id]) => /Logs[0-9A-F]{8}$/.test(String(id)) && !/Access/.test(String(id)),
    );
    expect(functionLogs.length).toBeGreaterThan(6);
    for (const [, kept] of functionLogs) expect(kept).toBe(30);
    const buckets = JSON.stringify(ofType('AWS::S3::Bucket', template));
    expect(buckets).toContain('"ExpirationInDays":60');
  });
});

test('what is not asked for is not there', () => {
  const types = Object.values(of('minimal').Resources).map(({ Type }) => Type);
  expect(types).not.toContain('AWS::Budgets::Budget');
  const text = JSON.stringify(of('minimal'));
  for (const absent of ['ReplicationConfiguration', 'WebACLId', '"email"', 'WEBHOOK'])
    expect(text).not.toContain(absent);
});
