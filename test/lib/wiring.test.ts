import { describe, expect, test } from 'vitest';
import { gatewayRoutes } from '../../shared/api/gateway-routes.ts';
import { routes } from '../../shared/api/routes/routes.ts';
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

test('every night at 02:15 in England every area is dirty; every hour the bucket is swept', () => {
  const told = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => ({
    when: at(Properties, 'ScheduleExpression'),
    where: at(Properties, 'ScheduleExpressionTimezone'),
    queue: target(at(Properties, 'Target', 'Arn')),
    message: JSON.parse(String(at(Properties, 'Target', 'Input'))),
  }));
  const where = 'Europe/London';
  expect(told).toHaveLength(2);
  expect(told).toEqual(
    expect.arrayContaining([
      { when: 'cron(15 2 * * ? *)', where, queue: workOf('recompute'), message: { area: '*' } },
      { when: 'cron(40 * * * ? *)', where, queue: workOf('ingest'), message: { sweep: true } },
    ]),
  );
});

test('every path below /api/v1 is the api function’s but for those that the route table gives to another', () => {
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id,
      target(at(Properties, 'IntegrationUri')),
    ]),
  );
  const led = ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
    at(Properties, 'RouteKey'),
    integrations.get(target(at(Properties, 'Target', 'Fn::Join', 1, 1))),
  ]);
  const expected = [
    ['ANY /api/v1', functionOf('api')[0]],
    ['ANY /api/v1/{proxy+}', functionOf('api')[0]],
    ...gatewayRoutes(routes).map(({ method, path, servedBy }) => [
      `${method} ${path}`,
      functionOf(servedBy)[0],
    ]),
  ];
  expect(led.toSorted()).toEqual(expected.toSorted());
  expect(led).toContainEqual(['ANY /api/v1/areas/{area}/uploads', functionOf('actions')[0]]);
});

test('the API speaks payload format 2.0 and is throttled', () => {
  for (const [, { Properties }] of ofType('AWS::ApiGatewayV2::Integration')) {
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
    for (const folder of ['ingest', 'recompute', 'actions']) {
      expect(target(at(told(folder), 'DIRTY_QUEUE_URL'))).toBe(workOf('recompute'));
    }
    for (const folder of ['ingest', 'recompute']) {
      expect(target(at(told(folder), 'NOTIFY_QUEUE_URL'))).toBe(workOf('notify'));
    }
    expect(target(at(told('ingest'), 'INGEST_QUEUE_URL'))).toBe(workOf('ingest'));
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
    for (const folder of ['ingest', 'actions', 'files']) {
      expect(target(at(told(folder), 'DROPS_BUCKET'))).toMatch(/^DropsBucket/);
    }
    expect(target(at(told('ingest'), 'REPORTS_BUCKET'))).toMatch(/^DropsReports/);
  });

  test('the areas and the dashboard of the settings', () => {
    const of = synthesise({ areas: ['E06000054', 'E06000055'], dashboardUrl: 'https://bellwether.example' });
    for (const folder of ['ingest', 'recompute', 'api', 'actions', 'compute', 'files']) {
      expect(at(told(folder, of), 'AREAS')).toBe('E06000054,E06000055');
    }
    expect(at(told('recompute', of), 'DASHBOARD_URL')).toBe('https://bellwether.example');
  });

  test('without an address of the council’s own, alerts link to the distribution', () => {
    const url = at(told('recompute'), 'DASHBOARD_URL', 'Fn::Join', 1);
    expect(at(url, 0)).toBe('https://');
    expect(target(at(url, 1))).toBe(only('AWS::CloudFront::Distribution')[0]);
  });

  test('nothing empty: a setting is there or it is not', () => {
    for (const [, { Properties }] of functions()) {
      const variables = Object(at(Properties, 'Environment', 'Variables'));
      expect(Object.values(variables)).not.toContain('');
    }
  });

  test('no issuer when none is set, so that the api refuses; the issuer when it is', () => {
    const answering = ['api', 'actions', 'compute', 'files'];
    for (const folder of answering) {
      expect(Object.keys(Object(told(folder))).filter((name) => name.startsWith('TOKEN'))).toEqual([]);
    }
    const of = synthesise({
      areas: ['E06000054'],
      tokenIssuer: 'https://login.example',
      tokenAudience: 'bellwether',
      tokenKeysUrl: 'https://login.example/keys',
    });
    for (const folder of answering) {
      expect(told(folder, of)).toMatchObject({
        TOKEN_ISSUER: 'https://login.example',
        TOKEN_AUDIENCE: 'bellwether',
        TOKEN_KEYS_URL: 'https://login.example/keys',
      });
    }
  });
});

test('bucket names are given or generated', () => {
  const names = (of = template) =>
    ofType('AWS::S3::Bucket', of).map(([, { Properties }]) => at(Properties, 'BucketName'));
  expect(new Set(names())).toEqual(new Set([undefined]));
  const named = synthesise({
    areas: ['E06000054'],
    dropsBucketName: 'bellwether-drops',
    reportsBucketName: 'bellwether-reports',
  });
  expect(names(named)).toEqual(expect.arrayContaining(['bellwether-drops', 'bellwether-reports']));
});

test('each function names the source of its handler, relative to the project', () => {
  for (const folder of ['ingest', 'recompute', 'notify', 'api', 'actions', 'compute', 'files']) {
    expect(functionOf(folder)[1].Metadata['bellwether:entry']).toBe(`functions/${folder}/handler.ts`);
  }
});
