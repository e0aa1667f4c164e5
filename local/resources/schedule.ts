import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf, generatedName } from './place.ts';

const schema = z.object({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({
    Arn: z.string().startsWith('arn:aws:sqs:', 'only a queue can be the target here'),
    Input: z.string().default('{}'),
  }),
});

/** The flexible window, retries and dead letters of the deployed scheduler have no counterpart: the queue is in process. */
export const schedule: Interpreter = {
  type: 'AWS::Scheduler::Schedule',
  interpret(resource, place) {
    const properties = propertiesOf(resource, schema);
    const name = properties.Name ?? generatedName(place, resource.logicalId);
    const arn = arnOf(place, 'scheduler', `schedule/${properties.GroupName}/${name}`);
    return {
      identity: identity(name, { Arn: arn }),
      declarations:
        properties.State === 'ENABLED'
          ? [
              {
                kind: 'schedule',
                name,
                arn,
                expression: properties.ScheduleExpression,
                timeZone: properties.ScheduleExpressionTimezone,
                queueArn: properties.Target.Arn,
                input: properties.Target.Input,
              },
            ]
          : [],
    };
  },
};
