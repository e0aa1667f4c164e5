import * as z from 'zod';
import { identity } from '../template/scope.ts';
import type { Behaviour } from './declaration.ts';
import { cfnBoolean, type Interpreter, notHere, propertiesOf } from './interpreter.ts';

const behaviourSchema = z.object({
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  Compress: cfnBoolean.default(false),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(
      z.object({
        EventType: z.literal('viewer-request', 'a function can only see requests here'),
        FunctionARN: z.string(),
      }),
    )
    .max(1)
    .default([]),
  LambdaFunctionAssociations: notHere('Lambda at the edge does not run here'),
});

const schema = z.object({
  DistributionConfig: z.object({
    DefaultRootObject: z.string().default(''),
    Origins: z.array(
      z.object({ Id: z.string(), DomainName: z.string(), OriginPath: z.literal('').default('') }),
    ),
    DefaultCacheBehavior: behaviourSchema,
    CacheBehaviors: z.array(behaviourSchema.extend({ PathPattern: z.string() })).default([]),
    CustomErrorResponses: notHere('pages for errors are not put in here'),
    OriginGroups: notHere('a second origin is not asked here'),
  }),
});

/**
 * Its origins, behaviours, root object, header policies and functions. Caching has no counterpart on one machine;
 * protocols, certificates and logs are AWS's own business.
 */
export const distribution: Interpreter = {
  type: 'AWS::CloudFront::Distribution',
  interpret(resource) {
    const { DistributionConfig: config } = propertiesOf(resource, schema);
    const id = resource.logicalId;
    return {
      identity: identity(id, { Id: id, DomainName: `${id.toLowerCase()}.cloudfront.net` }),
      declarations: [
        {
          kind: 'distribution',
          rootObject: config.DefaultRootObject,
          origins: config.Origins.map(({ Id, DomainName }) => ({ id: Id, domainName: DomainName })),
          behaviours: [
            ...config.CacheBehaviors.map((each) => behaviourOf(each.PathPattern, each)),
            behaviourOf('*', config.DefaultCacheBehavior),
          ],
        },
      ],
    };
  },
};

function behaviourOf(pathPattern: string, given: z.output<typeof behaviourSchema>): Behaviour {
  return {
    pathPattern,
    originId: given.TargetOriginId,
    methods: given.AllowedMethods,
    compress: given.Compress,
    headersPolicyId: given.ResponseHeadersPolicyId,
    onRequest: given.FunctionAssociations[0]?.FunctionARN,
  };
}
