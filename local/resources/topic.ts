import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf, generatedName } from './place.ts';

const schema = z.object({ TopicName: z.string().optional() });

export const topic: Interpreter = {
  type: 'AWS::SNS::Topic',
  interpret(resource, place) {
    const name = propertiesOf(resource, schema).TopicName ?? generatedName(place, resource.logicalId);
    const arn = arnOf(place, 'sns', name);
    return {
      identity: identity(arn, { TopicArn: arn, TopicName: name }),
      declarations: [{ kind: 'topic', name, arn }],
    };
  },
};
