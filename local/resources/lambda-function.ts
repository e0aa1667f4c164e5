import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';
import { identity } from '../template/scope.ts';
import { cfnNumber, type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf, generatedName } from './place.ts';

const schema = z.object({
  FunctionName: z.string().optional(),
  Handler: z.string().optional(),
  // AWS's own defaults: 3 s, 128 MB
  Timeout: cfnNumber.default(3),
  MemorySize: cfnNumber.default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
});

/** CDK's own functions behind its custom resources, by the start of their logical ids; their effect is interpreted. */
const cdkHelpers = [
  'BucketNotificationsHandler',
  'CustomCDKBucketDeployment',
  'CustomS3AutoDeleteObjects',
  'LogRetention',
];

/** A function names its source by the metadata `bellwether:entry`; the bundle is for AWS alone. */
export const lambdaFunction: Interpreter = {
  type: 'AWS::Lambda::Function',
  interpret(resource, place) {
    const properties = propertiesOf(resource, schema);
    const name = properties.FunctionName ?? generatedName(place, resource.logicalId);
    const arn = arnOf(place, 'lambda', `function:${name}`);
    const named = identity(name, { Arn: arn });
    if (cdkHelpers.some((helper) => resource.logicalId.startsWith(helper))) {
      return { identity: named, declarations: [] };
    }
    const entry = resource.metadata['bellwether:entry'];
    if (typeof entry !== 'string') {
      throw new CannotStart(
        `Cannot run the function ${resource.logicalId} here: it has no metadata "bellwether:entry" with the path of its source.`,
      );
    }
    return {
      identity: named,
      declarations: [
        {
          kind: 'function',
          name,
          arn,
          entry,
          handler: (properties.Handler ?? 'index.handler').split('.').at(-1) ?? 'handler',
          timeoutSeconds: properties.Timeout,
          memoryMb: properties.MemorySize,
          variables: properties.Environment?.Variables ?? {},
        },
      ],
    };
  },
};
