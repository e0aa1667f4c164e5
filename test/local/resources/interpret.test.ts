import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildApp } from '../../../lib/app.ts';
import { repository } from '../../../local/product-template.ts';
import { declared } from '../../../local/resources/declaration.ts';
import { ignoredTypes } from '../../../local/resources/ignored.ts';
import { interpretTemplate } from '../../../local/resources/interpret.ts';
import { interpreters } from '../../../local/resources/list.ts';
import { ACCOUNT, type Place, REGION } from '../../../local/resources/place.ts';
import { readTemplate } from '../../../local/template/template.ts';

const place: Place = {
  stackName: 'Test',
  region: REGION,
  account: ACCOUNT,
  sqsEndpoint: 'http://127.0.0.1:9324',
};
const interpret = (resources: Record<string, unknown>) =>
  interpretTemplate(readTemplate({ Resources: resources }), place);

describe('the product’s own template', () => {
  const app = buildApp({ settings: { areas: ['E06000054'] }, bundling: false });
  const plan = interpretTemplate(readTemplate(app.synth().getStackByName('Bellwether').template), place);

  test('every event source joins a queue and a function of the plan', () => {
    const queues = declared(plan, 'queue').map(({ arn }) => arn);
    const functions = declared(plan, 'function').map(({ name }) => name);
    const sources = declared(plan, 'event-source');
    expect(sources.length).toBeGreaterThan(0);
    for (const { queueArn, functionName } of sources) {
      expect(queues).toContain(queueArn);
      expect(functions).toContain(functionName);
    }
  });

  test('every bucket notification and schedule ends in a queue of the plan', () => {
    const queues = declared(plan, 'queue').map(({ arn }) => arn);
    const targets = [...declared(plan, 'bucket-notification'), ...declared(plan, 'schedule')];
    expect(targets.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['bucket-notification', 'schedule']),
    );
    for (const { queueArn } of targets) expect(queues).toContain(queueArn);
  });

  test('every route leads to a function whose source is there', () => {
    const integrations = new Map(
      declared(plan, 'http-integration').map((each) => [each.id, each.functionName]),
    );
    const functions = new Map(declared(plan, 'function').map((each) => [each.name, each.entry]));
    for (const { integrationId } of declared(plan, 'http-route')) {
      expect(functions.has(integrations.get(integrationId) ?? '')).toBe(true);
    }
    for (const entry of functions.values()) {
      expect(readFileSync(join(repository, entry), 'utf8')).toContain('handler');
    }
  });

  test('no address or name is left unresolved', () => {
    expect(JSON.stringify(plan)).not.toMatch(/"(Ref|Fn::\w+)"|undefined/);
  });
});

describe('types', () => {
  test('a type that is not known stops the start and is named, all of them at once', () => {
    const unknown = { Stream: { Type: 'AWS::Kinesis::Stream' }, Cache: { Type: 'AWS::DAX::Cluster' } };
    expect(() => interpret(unknown)).toThrow(/Stream \(AWS::Kinesis::Stream\), Cache \(AWS::DAX::Cluster\)/);
  });

  test('a resource whose condition is false is not there', () => {
    const template = readTemplate({
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Stream: { Type: 'AWS::Kinesis::Stream', Condition: 'Never' } },
    });
    expect(interpretTemplate(template, place)).toEqual([]);
  });

  test('no type is both interpreted and ignored, or twice', () => {
    const all = [...interpreters.map(({ type }) => type), ...ignoredTypes];
    expect(new Set(all).size).toBe(all.length);
  });

  test('the list holds every interpreter of the folder', () => {
    const folder = join(repository, 'local/resources');
    const written = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/: Interpreter = \{\s+type: '([^']+)'/g)].map(
        ([, type]) => type,
      ),
    );
    expect(written.toSorted()).toEqual(interpreters.map(({ type }) => type).toSorted());
  });
});

describe('what cannot be carried out is refused, not half run', () => {
  test.each([
    ['a function without its source', { F: { Type: 'AWS::Lambda::Function' } }, /bellwether:entry/],
    [
      'a stream as event source',
      {
        M: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: 'arn:aws:kinesis:x', FunctionName: 'f' },
        },
      },
      /only a queue is polled here/,
    ],
    [
      'a notification straight to a function',
      {
        N: {
          Type: 'Custom::S3BucketNotifications',
          Properties: { BucketName: 'b', NotificationConfiguration: { LambdaFunctionConfigurations: [] } },
        },
      },
      /LambdaFunctionConfigurations/,
    ],
    [
      'an authorizer of API Gateway',
      {
        R: {
          Type: 'AWS::ApiGatewayV2::Route',
          Properties: {
            ApiId: 'a',
            RouteKey: '$default',
            Target: 'integrations/i',
            AuthorizationType: 'JWT',
          },
        },
      },
      /verify tokens themselves/,
    ],
  ])('%s', (_, resources, message) => {
    expect(() => interpret(resources)).toThrow(message);
  });
});
