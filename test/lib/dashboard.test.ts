import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { notFoundFunction } from '../../lib/not-found.ts';
import { pageStyleSource } from '../../shared/report/page-style.ts';
import { at, ofType, only, statements, synthesise, target, template } from './synthesised.ts';

const [distributionId, distribution] = only('AWS::CloudFront::Distribution');
const config = at(distribution.Properties, 'DistributionConfig');
const [, headers] = only('AWS::CloudFront::ResponseHeadersPolicy');
const told = at(headers.Properties, 'ResponseHeadersPolicyConfig', 'SecurityHeadersConfig');
const pagesOf = (of = template) =>
  ofType('AWS::S3::Bucket', of).find(([id]) => id.startsWith('DashboardPages'));

describe('pages and API share one origin', () => {
  test('/ is the page, from a private bucket that only this distribution reads', () => {
    expect(at(config, 'DefaultRootObject')).toBe('index.html');
    const origin = at(config, 'Origins', 0);
    expect(at(config, 'DefaultCacheBehavior', 'TargetOriginId')).toBe(at(origin, 'Id'));
    expect(target(at(origin, 'DomainName'))).toBe(pagesOf()?.[0]);
    expect(target(at(origin, 'OriginAccessControlId'))).toBe(only('AWS::CloudFront::OriginAccessControl')[0]);
    const policy = ofType('AWS::S3::BucketPolicy').find(
      ([, { Properties }]) => target(at(Properties, 'Bucket')) === pagesOf()?.[0],
    );
    const allowed = policy ? statements(policy[1]).filter(({ Effect }) => Effect === 'Allow') : [];
    const readers = allowed.filter(
      ({ Principal }) => at(Principal, 'Service') === 'cloudfront.amazonaws.com',
    );
    expect(readers.flatMap(({ Action }) => Action).sort()).toEqual(['s3:GetObject', 's3:ListBucket']);
    for (const { Condition } of readers) expect(JSON.stringify(Condition)).toContain(distributionId);
    for (const { Principal } of allowed) expect(Principal).not.toBe('*');
  });

  test('/api/* is the API: never cached, all methods, everything of the request but its host', () => {
    const api = at(config, 'CacheBehaviors', 0);
    expect(at(api, 'PathPattern')).toBe('/api/*');
    expect(at(api, 'CachePolicyId')).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad'); // Managed-CachingDisabled
    expect(at(api, 'OriginRequestPolicyId')).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac'); // AllViewerExceptHostHeader
    expect(at(api, 'AllowedMethods')).toContain('POST');
    const origin = at(config, 'Origins', 1);
    expect(at(api, 'TargetOriginId')).toBe(at(origin, 'Id'));
    expect(JSON.stringify(at(origin, 'DomainName'))).toContain(only('AWS::ApiGatewayV2::Api')[0]);
  });

  test('no error page of the distribution replaces what the API says', () => {
    expect(at(config, 'CustomErrorResponses')).toBeUndefined();
  });

  test('TLS only: pages redirect, the API refuses, the origin is asked by TLS 1.2', () => {
    expect(at(config, 'DefaultCacheBehavior', 'ViewerProtocolPolicy')).toBe('redirect-to-https');
    expect(at(config, 'CacheBehaviors', 0, 'ViewerProtocolPolicy')).toBe('https-only');
    expect(at(config, 'Origins', 1, 'CustomOriginConfig')).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  test('with a certificate of the council’s own, its name and TLS 1.2 at least', () => {
    const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/abc-1';
    const of = synthesise({
      ...{ areas: ['E06000054'], dashboardUrl: 'https://bellwether.example', dashboardCertificateArn: arn },
    });
    const named = at(only('AWS::CloudFront::Distribution', of)[1].Properties, 'DistributionConfig');
    expect(at(named, 'Aliases')).toEqual(['bellwether.example']);
    expect(at(named, 'ViewerCertificate')).toMatchObject({
      AcmCertificateArn: arn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
  });

  test('requests are logged', () => {
    expect(target(at(config, 'Logging', 'Bucket'))).toMatch(/^DashboardAccessLogs/);
  });
});

describe('what browsers are told', () => {
  const policy = JSON.stringify(at(told, 'ContentSecurityPolicy'));

  test('goes with every answer', () => {
    for (const behaviour of [at(config, 'DefaultCacheBehavior'), at(config, 'CacheBehaviors', 0)]) {
      expect(target(at(behaviour, 'ResponseHeadersPolicyId'))).toMatch(/^DashboardHeaders/);
    }
  });

  test('nothing but the own origin’s scripts and styles, none inline but the style of a report, and no frame around', () => {
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${pageStyleSource}`,
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/unsafe|script-src[^;]*\*/);
  });

  test('files may be put to the drops bucket and, where its name can be told, to nowhere else', () => {
    const of = synthesise({ areas: ['E06000054'], dashboardUrl: 'https://bellwether.example' });
    const named = only('AWS::CloudFront::ResponseHeadersPolicy', of)[1];
    const text = JSON.stringify(at(named.Properties, 'ResponseHeadersPolicyConfig'));
    expect(text).toMatch(
      /connect-src 'self' https:\/\/",\{"Fn::GetAtt":\["DropsBucket\w+","RegionalDomainName"\]/,
    );
    expect(policy).toContain("connect-src 'self' https://*.s3.eu-west-2.");
  });

  test('where people sign in, pages may ask the issuer and what else it is made of, and nobody without', () => {
    const of = synthesise({
      areas: ['E06000054'],
      tokenIssuer: 'https://login.example/council',
      signInClientId: 'dashboard',
      signInOrigins: ['https://auth.example'],
    });
    const text = JSON.stringify(only('AWS::CloudFront::ResponseHeadersPolicy', of)[1].Properties);
    expect(text).toContain('https://login.example https://auth.example;');
    expect(policy).not.toContain('login.example');
  });

  test('TLS for two years, no guessed types, no address of a page to other sites', () => {
    expect(at(told, 'StrictTransportSecurity', 'AccessControlMaxAgeSec')).toBe(2 * 365 * 24 * 3600);
    expect(at(told, 'ContentTypeOptions')).toBeDefined();
    expect(at(told, 'ReferrerPolicy', 'ReferrerPolicy')).toBe('same-origin');
  });
});

describe('the drops bucket takes files of pages', () => {
  const corsOf = (of = template) => {
    const bucket = ofType('AWS::S3::Bucket', of).find(([id]) => id.startsWith('DropsBucket'));
    return at(bucket?.[1].Properties, 'CorsConfiguration', 'CorsRules');
  };

  test('of the dashboard’s origin only, by PUT only', () => {
    const of = synthesise({ areas: ['E06000054'], dashboardUrl: 'https://bellwether.example/wiltshire' });
    expect(corsOf(of)).toEqual([
      expect.objectContaining({
        AllowedOrigins: ['https://bellwether.example'],
        AllowedMethods: ['PUT'],
        AllowedHeaders: ['content-type', 'x-amz-meta-known-at'],
      }),
    ]);
    expect(target(at(corsOf(), 0, 'AllowedOrigins', 0, 'Fn::Join', 1, 1))).toBe(distributionId);
  });
});

describe('the built files', () => {
  const deployed = ofType('Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);

  test('what pages fetch is kept for ever, pages are asked for each time', () => {
    const kept = deployed.map((each) => [
      at(each, 'DestinationBucketKeyPrefix'),
      at(each, 'SystemMetadata', 'cache-control'),
    ]);
    expect(kept).toEqual([
      ['assets', 'public, max-age=31536000, immutable'],
      [undefined, 'public, max-age=0, must-revalidate'],
    ]);
  });

  test('nothing is removed: a page that is open may still fetch it', () => {
    for (const each of deployed) expect(at(each, 'Prune')).toBe(false);
  });
});

describe('addresses that no page has', () => {
  const answerTo = (uri: string, files: readonly string[]) => {
    const context = createContext({});
    runInContext(notFoundFunction(files), context);
    return runInContext(`handler(${JSON.stringify({ request: { uri } })})`, context);
  };
  const files = ['assets/a.js', 'index.html', 'help/index.html'];

  test.each(['/', '/index.html', '/help/index.html', '/assets/a.js', '/assets/of-before.js'])(
    '%s goes on',
    (uri) => {
      expect(answerTo(uri, files)).toEqual({ uri });
    },
  );

  test.each(['/nothing', '/help', '/constructor', '/__proto__', '/..', '/assets', '//'])(
    '%s is a page with 404',
    (uri) => {
      expect(answerTo(uri, files)).toMatchObject({
        statusCode: 404,
        headers: { 'content-type': { value: 'text/html; charset=utf-8' } },
        body: { data: expect.stringContaining('Page not found') },
      });
    },
  );

  test('more pages than a function can list stop the synthesis', () => {
    const many = Array.from({ length: 500 }, (_, at) => `a-page-with-a-long-name-${at}.html`);
    expect(() => notFoundFunction(many)).toThrow('10240 bytes');
  });
});
