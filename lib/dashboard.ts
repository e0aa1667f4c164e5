import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { asBucket, closed } from './closed-bucket.ts';
import type { Gateway } from './gateway.ts';
import { logRetention } from './log-retention.ts';
import { filesOf, notFoundFunction } from './not-found.ts';
import { PageFiles } from './page-files.ts';
import { PageHeaders } from './page-headers.ts';
import type { Settings } from './settings.ts';
import { signInOf } from './sign-in.ts';

export type DashboardProps = {
  readonly settings: Settings;
  readonly gateway: Gateway;
  /** Origin that pages put files to. */
  readonly uploadsTo: string;
  /** Folder of the built pages: `index.html` at its root, what pages fetch under `assets/`. They hold no data. */
  readonly pages: string | undefined;
};

/** The dashboard's pages and the API at one origin: a private bucket and the HTTP API behind a distribution. */
export class Dashboard extends Construct {
  readonly distribution: Distribution;
  /** Where people find it, without a slash at the end. */
  readonly url: string;
  /** The same without a path: what browsers say where a request comes from. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { settings, gateway, uploadsTo, pages }: DashboardProps) {
    super(scope, id);
    const logs = new Bucket(this, 'AccessLogs', {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      // CloudFront writes its logs as an owner of its own: without access control lists it cannot.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ id: 'access-logs', expiration: Duration.days(logRetention(scope).accessLogDays) }],
    });
    acknowledge(logs, { 'AwsSolutions-S1': 'It holds the access logs: logging its own would never end.' });
    const bucket = new Bucket(this, 'Pages', {
      ...closed,
      // Public by nature: a key of our own would guard nothing and tie the key's policy to the distribution.
      encryption: BucketEncryption.S3_MANAGED,
      serverAccessLogsBucket: asBucket(logs),
      serverAccessLogsPrefix: 'bucket/',
    });

    const { stackName } = Stack.of(this);
    const unknownPages = new EdgeFunction(this, 'UnknownPages', {
      functionName: `${stackName}-unknown-pages`,
      comment: 'Answers addresses that no page has',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(notFoundFunction(pages === undefined ? [] : filesOf(pages))),
    });
    const headers = new PageHeaders(this, 'Headers', { uploadsTo, signIn: signInOf(settings) });
    const files = S3BucketOrigin.withOriginAccessControl(asBucket(bucket), {
      originAccessControl: new S3OriginAccessControl(this, 'Access', {
        originAccessControlName: `${stackName}-pages`,
      }),
      // With the right to list, a file that is not there is answered as missing instead of forbidden.
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Bellwether: dashboard and API',
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: files,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [{ function: unknownPages, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(gateway.domainName, {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          }),
          // A token sent over plain HTTP is lost already: refuse rather than redirect.
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
      },
      // Europe and North America: nobody reads a council's figures from elsewhere often.
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: asBucket(logs),
      logFilePrefix: 'distribution/',
      ...(settings.webAclArn === undefined ? {} : { webAclId: settings.webAclArn }),
      ...ownName(this, settings),
    });
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The default root object is set, so a listing is never answered.',
    );
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Officers travel; the pages hold no data, and the API needs a token.',
      ...(settings.webAclArn === undefined && {
        'AwsSolutions-CFR2':
          'The pages hold no data; the API verifies tokens, validates requests and is throttled by route. With webAclArn there is one.',
      }),
      ...(settings.dashboardCertificateArn === undefined && {
        'AwsSolutions-CFR4':
          "CloudFront's own certificate fixes its protocols; with dashboardCertificateArn TLS 1.2 is the least.",
      }),
    });
    if (pages !== undefined) deploy(this, bucket, pages);

    this.url = settings.dashboardUrl ?? `https://${this.distribution.distributionDomainName}`;
    this.origin = settings.dashboardUrl === undefined ? this.url : new URL(settings.dashboardUrl).origin;
  }
}

function deploy(scope: Construct, bucket: Bucket, pages: string): void {
  const assets = join(pages, 'assets');
  const fetched = existsSync(assets)
    ? [
        new PageFiles(scope, 'Assets', {
          bucket,
          folder: assets,
          under: 'assets',
          // Their names change with their content.
          cacheControl: 'public, max-age=31536000, immutable',
        }),
      ]
    : [];
  const html = new PageFiles(scope, 'Html', {
    bucket,
    folder: pages,
    except: ['assets'],
    cacheControl: 'public, max-age=0, must-revalidate',
  });
  // A page is there only after what it fetches.
  html.node.addDependency(...fetched);
}

/** A name of the council's own needs a certificate for it. */
function ownName(
  scope: Construct,
  { dashboardUrl, dashboardCertificateArn }: Settings,
): Pick<DistributionProps, 'domainNames' | 'certificate' | 'minimumProtocolVersion'> {
  if (dashboardUrl === undefined || dashboardCertificateArn === undefined) return {};
  return {
    domainNames: [new URL(dashboardUrl).hostname],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', dashboardCertificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}
