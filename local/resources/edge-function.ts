import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf } from './place.ts';

const schema = z.object({
  Name: z.string(),
  FunctionCode: z.string(),
  FunctionConfig: z.object({
    Runtime: z.string().startsWith('cloudfront-js-', 'only JavaScript runs here'),
  }),
});

/** A CloudFront function: a few lines that see each request of a behaviour. */
export const edgeFunction: Interpreter = {
  type: 'AWS::CloudFront::Function',
  interpret(resource, place) {
    const { Name, FunctionCode } = propertiesOf(resource, schema);
    const arn = arnOf(place, 'cloudfront', `function/${Name}`);
    return {
      identity: identity(Name, { FunctionARN: arn }),
      declarations: [{ kind: 'edge-function', arn, code: FunctionCode }],
    };
  },
};
