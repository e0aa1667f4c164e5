import { describe, expect, test } from 'vitest';
import { at, functionOf, ofType, statements, target } from './synthesised.ts';

/** All but those of CDK's own helpers, which run at deployment only and whose rights are not ours to choose. */
const policies = ofType('AWS::IAM::Policy').filter(
  ([id]) => !/^(BucketNotificationsHandler|CustomCDKBucketDeployment)/.test(id),
);

describe.each(policies)('policy %s', (_, policy) => {
  test('names each action', () => {
    for (const { Action } of statements(policy)) {
      for (const action of Action) expect(action).not.toContain('*');
    }
  });

  test('names each resource; of two buckets every object', () => {
    for (const { Resource, Action } of statements(policy)) {
      // X-Ray knows no resources.
      if (Action.every((action) => action.startsWith('xray:Put'))) continue;
      for (const resource of Resource) {
        const text = JSON.stringify(resource);
        if (text.includes('*')) expect(objectsOf(resource)).toMatch(/^Drops(Bucket|Reports)[0-9A-F]{8}$/);
      }
    }
  });

  test('never scans and never deletes what is kept', () => {
    const actions = statements(policy).flatMap(({ Action }) => Action);
    expect(
      actions.filter((action) => /scan|partiql|dynamodb:Delete|s3:Delete|s3:PutBucketPolicy/i.test(action)),
    ).toEqual([]);
  });
});

const table = (...names: string[]) => names.map((name) => `dynamodb:${name}`);
const expected = {
  ingest: table('BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
  recompute: table('BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
  notify: table('BatchGetItem', 'GetItem', 'UpdateItem'),
  api: table('BatchGetItem', 'GetItem', 'Query'),
  actions: table('BatchGetItem', 'GetItem', 'PutItem', 'Query'),
  compute: table('BatchGetItem', 'GetItem', 'Query'),
  files: table('BatchGetItem', 'GetItem', 'Query'),
};

describe('each function may do to the table what it does, and no more', () => {
  test.each(Object.entries(expected))('%s', (folder, actions) => {
    expect(allowed(folder).filter((action) => action.startsWith('dynamodb:'))).toEqual(actions);
  });
});

test('what answers views, calculations and files writes nothing but its log and its traces', () => {
  for (const folder of ['api', 'compute', 'files']) {
    expect(
      allowed(folder).filter(
        (action) =>
          !/^(logs|xray):/.test(action) && /Put|Update|Write|Send|Publish|Encrypt|Generate/.test(action),
      ),
    ).toEqual([]);
  }
});

test('only ingest and files read files, only actions may have one put, only notify publishes', () => {
  const may = (service: string) =>
    Object.keys(expected).filter((folder) => allowed(folder).some((action) => action.startsWith(service)));
  expect(may('s3:Get')).toEqual(['ingest', 'files']);
  expect(may('s3:')).toEqual(['ingest', 'actions', 'files']);
  expect(allowed('actions').filter((action) => action.startsWith('s3:'))).toEqual(['s3:PutObject']);
  expect(may('sns:')).toEqual(['notify']);
});

test('a key policy alone says "*", where it means its own key', () => {
  const open = ofType('AWS::KMS::Key')
    .flatMap(([, key]) => statements(key))
    .filter(({ Action }) => Action.some((action) => action.includes('*')));
  // Without the account root nobody could ever change the key again.
  expect(open).toHaveLength(1);
  expect(JSON.stringify(open[0]?.Principal)).toContain(':root');
});

test('no two who may assume a role: each trusts one service', () => {
  for (const [, { Properties }] of ofType('AWS::IAM::Role')) {
    const trust = at(Properties, 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal');
    expect(at(trust, 'Service')).toMatch(/^(lambda|scheduler)\.amazonaws\.com$/);
  }
});

function allowed(folder: string): string[] {
  const role = target(at(functionOf(folder)[1].Properties, 'Role'));
  const own = policies.filter(([, { Properties }]) => target(at(Properties, 'Roles', 0)) === role);
  return own.flatMap(([, policy]) => statements(policy).flatMap(({ Action }) => Action)).sort();
}

/** The bucket whose every object a resource means. */
function objectsOf(resource: unknown): string {
  return at(resource, 'Fn::Join', 1, 1) === '/*' ? target(at(resource, 'Fn::Join', 1, 0)) : '';
}
