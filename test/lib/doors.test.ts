import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../lib/settings.ts';
import { parseStage } from '../../lib/stages/stage.ts';
import { gatewayRoutes } from '../../shared/api/gateway-routes.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { at, functions, ofType, only, synthesise, template } from './synthesised.ts';

const usable = (more: object) =>
  parseStage('test', JSON.stringify({ areas: defaultSettings.areas, ...more })).ok;

describe('the gateway', () => {
  const stage = only('AWS::ApiGatewayV2::Stage');
  const limitOf = (key: string) =>
    Number(at(stage[1].Properties, 'RouteSettings', key, 'ThrottlingRateLimit'));

  test('throttles each route by itself, the dear ones more', () => {
    for (const { method, path } of gatewayRoutes(routes))
      expect(limitOf(`${method} ${path}`), path).toBeLessThan(limitOf('ANY /api/v1/{proxy+}'));
    expect(limitOf('ANY /api/v1/{proxy+}')).toBeLessThanOrEqual(100);
  });

  test('has its stage made after the routes that it speaks of', () => {
    const made = ofType('AWS::ApiGatewayV2::Route').map(([id]) => id);
    const after = at(stage[1], 'DependsOn');
    expect(after).toEqual(expect.arrayContaining(made));
  });

  test('takes no request of another origin: pages and API are one', () => {
    for (const [, { Properties }] of ofType('AWS::ApiGatewayV2::Api'))
      expect(at(Properties, 'CorsConfiguration')).toBeUndefined();
  });
});

test('files are put from the pages of this system only', () => {
  const origins = ofType('AWS::S3::Bucket').flatMap(([, { Properties }]) => {
    const rules = at(Properties, 'CorsConfiguration', 'CorsRules');
    return Array.isArray(rules)
      ? rules.map((rule: unknown) => JSON.stringify(at(rule, 'AllowedOrigins')))
      : [];
  });
  expect(origins).toHaveLength(1);
  expect(origins.join()).not.toContain('*');
});

describe('a web application firewall', () => {
  const arn = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/bellwether/0123abcd';
  const aclOf = (of: typeof template) =>
    at(only('AWS::CloudFront::Distribution', of)[1].Properties, 'DistributionConfig', 'WebACLId');

  test('is before pages and API where the settings name one', () => {
    expect(aclOf(template)).toBeUndefined();
    expect(aclOf(synthesise({ ...defaultSettings, webAclArn: arn }))).toBe(arn);
  });

  test('is of us-east-1, as CloudFront wants it', () => {
    expect(usable({ webAclArn: arn })).toBe(true);
    for (const wrong of [arn.replace('us-east-1', 'eu-west-2'), arn.replace('global', 'regional'), 'waf'])
      expect(usable({ webAclArn: wrong })).toBe(false);
  });
});

test('the keys that verify tokens are fetched over TLS only', () => {
  const tokens = { issuer: 'https://login.example', audience: 'bellwether' };
  const withKeys = (keysUrl: string) => usable({ identityProvider: { ...tokens, keysUrl } });
  expect(withKeys('https://login.example/keys')).toBe(true);
  expect(withKeys('http://login.example/keys')).toBe(false);
});

test('no function is told a secret: what is secret is named by its ARN', () => {
  for (const [, { Properties }] of functions())
    for (const name of Object.keys(Object(at(Properties, 'Environment', 'Variables'))))
      if (/secret|password|credential|private|signing|api_?key/i.test(name)) expect(name).toMatch(/_ARN$/);
});

test('logs are forgotten after a year at the most', () => {
  for (const [, { Properties }] of ofType('AWS::Logs::LogGroup')) {
    const days = Number(at(Properties, 'RetentionInDays'));
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(365);
  }
});

test('the access log holds routes and outcomes, and no query, token or address', () => {
  const format = String(at(only('AWS::ApiGatewayV2::Stage')[1].Properties, 'AccessLogSettings', 'Format'));
  expect(format).toContain('$context.status');
  for (const told of ['queryString', 'authorizer', 'identity', 'header', 'userAgent', 'sourceIp'])
    expect(format).not.toContain(told);
});
