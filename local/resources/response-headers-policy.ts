import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';

/** Without TLS, `StrictTransportSecurity` must not be sent (RFC 6797, 7.2): it is left out. */
const security = z.object({
  ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
  ContentTypeOptions: z.object({}).optional(),
  FrameOptions: z.object({ FrameOption: z.string() }).optional(),
  ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
  StrictTransportSecurity: z.unknown().optional(),
});

/** Only these two kinds are carried out here; a template with another is refused rather than half run. */
const schema = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.string().optional(),
    SecurityHeadersConfig: security.prefault({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .prefault({ Items: [] }),
  }),
});

export const responseHeadersPolicy: Interpreter = {
  type: 'AWS::CloudFront::ResponseHeadersPolicy',
  interpret(resource) {
    const { SecurityHeadersConfig: told, CustomHeadersConfig } = propertiesOf(
      resource,
      schema,
    ).ResponseHeadersPolicyConfig;
    const headers = {
      'content-security-policy': told.ContentSecurityPolicy?.ContentSecurityPolicy,
      'x-content-type-options': told.ContentTypeOptions && 'nosniff',
      'x-frame-options': told.FrameOptions?.FrameOption,
      'referrer-policy': told.ReferrerPolicy?.ReferrerPolicy,
    };
    const present = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const custom = CustomHeadersConfig.Items.map(
      ({ Header, Value }) => [Header.toLowerCase(), Value] as const,
    );
    return {
      identity: identity(resource.logicalId, { Id: resource.logicalId }),
      declarations: [
        {
          kind: 'headers-policy',
          id: resource.logicalId,
          headers: Object.fromEntries([...present, ...custom]),
        },
      ],
    };
  },
};
