import { describe, expect, test } from 'vitest';
import { at, ofType, statements, target, template } from './synthesised.ts';

const alarms = ofType('AWS::CloudWatch::Alarm');
const operations = ofType('AWS::SNS::Topic').find(([id]) => id.includes('Operations'))?.[0];

describe.each(alarms)('alarm %s', (_, { Properties }) => {
  test('says who is hurt and what to do', () => {
    expect(at(Properties, 'AlarmDescription')).toMatch(/^Who is hurt: \S.+\. What to do: \S.+\.$/s);
  });

  test('goes to operations, when it rings and when it ends', () => {
    expect(target(at(Properties, 'AlarmActions', 0))).toBe(operations);
    expect(target(at(Properties, 'OKActions', 0))).toBe(operations);
  });
});

test('every queue of dead letters rings at its first message', () => {
  const dead = [
    ...ofType('AWS::SQS::Queue').map(([, { Properties }]) =>
      target(at(Properties, 'RedrivePolicy', 'deadLetterTargetArn')),
    ),
    ...ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) =>
      target(at(Properties, 'Target', 'DeadLetterConfig', 'Arn')),
    ),
  ].filter((id) => id !== '');
  const watched = alarms
    .filter(
      ([, { Properties }]) =>
        at(Properties, 'MetricName') === 'ApproximateNumberOfMessagesVisible' &&
        at(Properties, 'Threshold') === 1,
    )
    .map(([, { Properties }]) => target(at(Properties, 'Dimensions', 0, 'Value')));
  expect(dead).toHaveLength(5);
  expect(watched.sort()).toEqual(dead.sort());
});

test('alarms of this account, and of no other, may publish to the encrypted topic', () => {
  const inAccount = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  const alarmsMay = [...ofType('AWS::KMS::Key'), ...ofType('AWS::SNS::TopicPolicy')]
    .flatMap(([, resource]) => statements(resource))
    .filter(
      ({ Effect, Principal }) =>
        Effect === 'Allow' && at(Principal, 'Service') === 'cloudwatch.amazonaws.com',
    );
  expect(alarmsMay.flatMap(({ Action }) => Action).sort()).toEqual([
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'sns:Publish',
  ]);
  for (const { Condition } of alarmsMay) expect(Condition).toEqual(inAccount);
  expect(template.Resources[operations ?? '']).toBeDefined();
});
