import { Duration, Stack } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { pageStyleSource } from '../shared/report/page-style.ts';
import type { SignIn } from './sign-in.ts';

export type PageHeadersProps = {
  /** Origin that pages put files to. */
  readonly uploadsTo: string;
  readonly signIn: SignIn | undefined;
};

/**
 * What browsers are told to refuse. Pages take scripts and styles from their own origin only (and the style of a report), and may put files to
 * `uploadsTo` and sign people in besides.
 */
export class PageHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, { uploadsTo, signIn }: PageHeadersProps) {
    const policy = {
      'default-src': "'none'",
      'script-src': "'self'",
      // A report is one file with its style in it.
      'style-src': `'self' ${pageStyleSource}`,
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': ["'self'", uploadsTo, ...(signIn?.origins ?? [])].join(' '),
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    };
    const directives = Object.entries(policy).map(([name, sources]) => `${name} ${sources}`);
    super(scope, id, {
      // Names of policies are the account's: two stages must not share one.
      responseHeadersPolicyName: `${Stack.of(scope).stackName}-pages`,
      comment: 'What browsers are told to refuse',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: directives.join('; '), override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      },
    });
  }
}
