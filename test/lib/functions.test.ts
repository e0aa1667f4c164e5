import { describe, expect, test } from 'vitest';
import { at, functionOf, functions, ofType, target, template } from './synthesised.ts';

test('the seven functions and no other are the product', () => {
  expect(
    functions()
      .map(([, { Metadata }]) => Metadata['bellwether:entry'])
      .sort(),
  ).toEqual(
    ['actions', 'api', 'compute', 'files', 'ingest', 'notify', 'recompute'].map(
      (folder) => `functions/${folder}/handler.ts`,
    ),
  );
});

describe.each(functions())('function %s', (id, { Properties }) => {
  test('runs on arm64 and Node 24', () => {
    expect(at(Properties, 'Architectures')).toEqual(['arm64']);
    expect(at(Properties, 'Runtime')).toBe('nodejs24.x');
  });

  test('has a log group of its own that forgets', () => {
    const group = template.Resources[target(at(Properties, 'LoggingConfig', 'LogGroup'))];
    expect(at(group, 'Properties', 'RetentionInDays')).toBeGreaterThan(0);
    const sharing = functions().filter(
      ([, other]) =>
        target(at(other.Properties, 'LoggingConfig', 'LogGroup')) ===
        target(at(Properties, 'LoggingConfig', 'LogGroup')),
    );
    expect(sharing).toHaveLength(1);
  });

  test('has an alarm on its errors', () => {
    const watching = ofType('AWS::CloudWatch::Alarm').filter(
      ([, alarm]) =>
        at(alarm.Properties, 'MetricName') === 'Errors' &&
        target(at(alarm.Properties, 'Dimensions', 0, 'Value')) === id,
    );
    expect(watching).toHaveLength(1);
  });

  test('has a role of its own without managed policies', () => {
    const role = template.Resources[target(at(Properties, 'Role'))];
    expect(at(role, 'Properties', 'ManagedPolicyArns')).toBeUndefined();
    const sharing = functions().filter(
      ([, other]) => target(at(other.Properties, 'Role')) === target(at(Properties, 'Role')),
    );
    expect(sharing).toHaveLength(1);
  });
});

describe.each(ofType('AWS::Lambda::EventSourceMapping'))('event source %s', (_, { Properties }) => {
  const queue = template.Resources[target(at(Properties, 'EventSourceArn'))];
  const fn = template.Resources[target(at(Properties, 'FunctionName'))];

  test('gives up after five tries into a queue that keeps for fourteen days', () => {
    const redrive = at(queue, 'Properties', 'RedrivePolicy');
    expect(at(redrive, 'maxReceiveCount')).toBeGreaterThanOrEqual(5);
    const letters = template.Resources[target(at(redrive, 'deadLetterTargetArn'))];
    expect(at(letters, 'Properties', 'MessageRetentionPeriod')).toBe(14 * 24 * 60 * 60);
  });

  test('hides a message for at least six times the function’s timeout', () => {
    const visibility = Number(at(queue, 'Properties', 'VisibilityTimeout'));
    expect(visibility).toBeGreaterThanOrEqual(6 * Number(at(fn, 'Properties', 'Timeout')));
  });

  test('retries only what failed, and is capped', () => {
    expect(at(Properties, 'FunctionResponseTypes')).toEqual(['ReportBatchItemFailures']);
    expect(at(Properties, 'ScalingConfig', 'MaximumConcurrency')).toBe(20);
  });

  test('keeps to the limits of AWS: more than ten a batch only with a window', () => {
    const window = Number(at(Properties, 'MaximumBatchingWindowInSeconds') ?? 0);
    expect(Number(at(Properties, 'BatchSize'))).toBeLessThanOrEqual(window > 0 ? 10_000 : 10);
  });
});

test('a batch of different councils fits into the time limit of recompute, at five seconds each', () => {
  const [id, { Properties }] = functionOf('recompute');
  const mapping = ofType('AWS::Lambda::EventSourceMapping').find(
    ([, source]) => target(at(source.Properties, 'FunctionName')) === id,
  );
  const batch = Number(at(mapping, 1, 'Properties', 'BatchSize'));
  expect(batch * 5).toBeLessThanOrEqual(Number(at(Properties, 'Timeout')));
});

test('each function that works off a queue has exactly that queue', () => {
  const worked = ofType('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) =>
    target(at(Properties, 'FunctionName')),
  );
  expect(worked.sort()).toEqual(
    ['ingest', 'notify', 'recompute'].map((folder) => functionOf(folder)[0]).sort(),
  );
});
