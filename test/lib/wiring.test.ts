import { describe, expect, test } from 'vitest';
import { at, functionOf, functions, ofType, only, synthesise, target, template } from './synthesised.ts';

const workOf = (folder: string) => {
  const mapping = ofType('AWS::Lambda::EventSourceMapping').find(
    ([, { Properties }]) => target(at(Properties, 'FunctionName')) === functionOf(folder)[0],
  );
  return target(at(mapping, 1, 'Properties', 'EventSourceArn'));
};

test('puts and deletes in the drops bucket are told to the queue of ingest', () => {
  const [, { Properties }] = only('Custom::S3BucketNotifications');
  expect(target(at(Properties, 'BucketName'))).toMatch(/^DropsBucket/);
  const told = [0, 1].map((index) =>
    at(Properties, 'NotificationConfiguration', 'QueueConfigurations', index),
  );
  expect(told.flatMap((each) => at(each, 'Events')).sort()).toEqual([
    's3:ObjectCreated:*',
    's3:ObjectRemoved:*',
  ]);
  for (const each of told) expect(target(at(each, 'QueueArn'))).toBe(workOf('ingest'));
});

test('every night at 02:15 in England every area is dirty', () => {
  const schedules = ofType('AWS::Scheduler::Schedule');
  expect(schedules).toHaveLength(1);
  for (const [, { Properties }] of schedules) {
    expect(at(Properties, 'ScheduleExpression')).toBe('cron(15 2 * * ? *)');
    expect(at(Properties, 'ScheduleExpressionTimezone')).toBe('Europe/London');
    expect(target(at(Properties, 'Target', 'Arn'))).toBe(workOf('recompute'));
    expect(JSON.parse(String(at(Properties, 'Target', 'Input')))).toEqual({ area: '*' });
  }
});

test('every path below /api/v1 is the api function’s, by payload format 2.0, throttled', () => {
  const routes = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => at(Properties, 'RouteKey'));
  expect(routes.sort()).toEqual(['ANY /api/v1', 'ANY /api/v1/{proxy+}']);
  for (const [, { Properties }] of ofType('AWS::ApiGatewayV2::Integration')) {
    expect(target(at(Properties, 'IntegrationUri'))).toBe(functionOf('api')[0]);
    expect(at(Properties, 'PayloadFormatVersion')).toBe('2.0');
  }
  for (const [, { Properties }] of ofType('AWS::ApiGatewayV2::Stage')) {
    expect(at(Properties, 'DefaultRouteSettings', 'ThrottlingRateLimit')).toBeGreaterThan(0);
    expect(at(Properties, 'AccessLogSettings', 'DestinationArn')).toBeDefined();
  }
});

describe('what a function is told', () => {
  const told = (folder: string, of = template) =>
    at(functionOf(folder, of)[1].Properties, 'Environment', 'Variables');

  test('the next queue of each step', () => {
    for (const folder of ['ingest', 'recompute', 'api']) {
      expect(target(at(told(folder), 'DIRTY_QUEUE_URL'))).toBe(workOf('recompute'));
    }
    expect(target(at(told('recompute'), 'NOTIFY_QUEUE_URL'))).toBe(workOf('notify'));
  });

  test('three topics that differ', () => {
    const topics = ['ON_CALL_TOPIC_ARN', 'DATA_QUALITY_TOPIC_ARN', 'OPERATIONS_TOPIC_ARN'].map((name) =>
      target(at(told('notify'), name)),
    );
    expect(topics.sort()).toEqual(
      ofType('AWS::SNS::Topic')
        .map(([id]) => id)
        .sort(),
    );
  });

  test('the buckets that it reads and writes', () => {
    expect(target(at(told('ingest'), 'DROPS_BUCKET'))).toMatch(/^DropsBucket/);
    expect(target(at(told('ingest'), 'REPORTS_BUCKET'))).toMatch(/^DropsReports/);
  });

  test('the areas and the dashboard of the settings', () => {
    const of = synthesise({ areas: ['E06000054', 'E06000055'], dashboardUrl: 'https://bellwether.example' });
    for (const folder of ['ingest', 'recompute', 'api']) {
      expect(at(told(folder, of), 'AREAS')).toBe('E06000054,E06000055');
    }
    expect(at(told('recompute', of), 'DASHBOARD_URL')).toBe('https://bellwether.example');
  });

  test('without a dashboard, alerts link to the API', () => {
    expect(target(at(told('recompute'), 'DASHBOARD_URL'))).toBe(only('AWS::ApiGatewayV2::Api')[0]);
  });

  test('nothing empty: a setting is there or it is not', () => {
    for (const [, { Properties }] of functions()) {
      const variables = Object(at(Properties, 'Environment', 'Variables'));
      expect(Object.values(variables)).not.toContain('');
    }
  });

  test('no issuer when none is set, so that the api refuses; the issuer when it is', () => {
    expect(Object.keys(Object(told('api'))).filter((name) => name.startsWith('TOKEN'))).toEqual([]);
    const of = synthesise({
      areas: ['E06000054'],
      tokenIssuer: 'https://login.example',
      tokenAudience: 'bellwether',
      tokenKeysUrl: 'https://login.example/keys',
    });
    expect(told('api', of)).toMatchObject({
      TOKEN_ISSUER: 'https://login.example',
      TOKEN_AUDIENCE: 'bellwether',
      TOKEN_KEYS_URL: 'https://login.example/keys',
    });
  });
});

test('bucket names are given or generated', () => {
  const names = (of = template) =>
    ofType('AWS::S3::Bucket', of).map(([, { Properties }]) => at(Properties, 'BucketName'));
  expect(names()).toEqual([undefined, undefined, undefined]);
  const named = synthesise({
    areas: ['E06000054'],
    dropsBucketName: 'bellwether-drops',
    reportsBucketName: 'bellwether-reports',
  });
  expect(names(named)).toEqual(expect.arrayContaining(['bellwether-drops', 'bellwether-reports']));
});

test('each function names the source of its handler, relative to the project', () => {
  for (const folder of ['ingest', 'recompute', 'notify', 'api']) {
    expect(functionOf(folder)[1].Metadata['bellwether:entry']).toBe(`functions/${folder}/handler.ts`);
  }
});
