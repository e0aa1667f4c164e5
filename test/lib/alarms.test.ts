import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { burnAlarms } from '../../shared/service-levels/burn-rate.ts';
import { metricNames } from '../../shared/service-levels/metric-names.ts';
import { objectives } from '../../shared/service-levels/objectives.ts';
import { runbookProblem } from '../runbooks/runbook-links.ts';
import { at, ofType, statements, target, template } from './synthesised.ts';

const alarms = ofType('AWS::CloudWatch::Alarm');
const composites = ofType('AWS::CloudWatch::CompositeAlarm');
/** Parts of another alarm wake nobody by themselves. */
const isPart = (id: string) => JSON.stringify(composites).includes(`"${id}"`);
const ringing = [...alarms.filter(([id]) => !isPart(id)), ...composites];
const operations = ofType('AWS::SNS::Topic').find(([id]) => id.includes('Operations'))?.[0];

/** A text with the address of the distribution in it. */
const joined = z.object({
  'Fn::Join': z.tuple([
    z.literal(''),
    z.tuple([z.string(), z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }), z.string()]),
  ]),
});

describe.each(ringing)('alarm %s', (_, { Properties }) => {
  test('says who is hurt and what to do, and leads to a section of the runbook’s page that is there', () => {
    const [before, distribution, after] = joined.parse(at(Properties, 'AlarmDescription'))['Fn::Join'][1];
    expect(before).toMatch(/^Who is hurt: \S.+\. What to do: \S.+\. Runbook: https:\/\/$/s);
    expect(ofType('AWS::CloudFront::Distribution').map(([id]) => id)).toContain(
      distribution['Fn::GetAtt'][0],
    );
    const [, section] = /^\/runbooks\/alerts\.html#(\S+)$/.exec(after) ?? [];
    expect(runbookProblem(`docs/runbooks/alerts.md#${section}`)).toBeUndefined();
  });

  test('goes to operations, when it rings and when it ends', () => {
    expect(target(at(Properties, 'AlarmActions', 0))).toBe(operations);
    expect(target(at(Properties, 'OKActions', 0))).toBe(operations);
  });
});

test('the error budget of each objective has a fast and a slow alarm, of two windows each', () => {
  const thresholds = alarms
    .filter(([id]) => isPart(id))
    .map(([, { Properties }]) => ({
      minutes: Number(at(Properties, 'Metrics', 1, 'MetricStat', 'Period')) / 60,
      share: at(Properties, 'Threshold'),
    }));
  const expected = Object.values(objectives).flatMap((objective) =>
    Object.values(burnAlarms(objective)).flatMap(({ long, short, badShare: share }) => [
      { minutes: long, share },
      { minutes: short, share },
    ]),
  );
  expect(composites).toHaveLength(2 * Object.keys(objectives).length);
  expect(thresholds).toHaveLength(expected.length);
  expect(thresholds).toEqual(expect.arrayContaining(expected));
});

test('the dashboard shows every metric that the functions write, but what only an alarm reads', () => {
  const [[, dashboard] = []] = ofType('AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard?.Properties);
  const text = `${body} ${JSON.stringify(alarms)}`;
  expect(
    Object.keys(metricNames).filter((name) => !text.includes(`"${name}`) && !text.includes(`\\"${name}`)),
  ).toEqual([]);
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
