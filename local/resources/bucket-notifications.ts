import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';

const rule = z.object({ Name: z.string(), Value: z.string() });

const queueConfiguration = z.object({
  Events: z.array(z.string()),
  QueueArn: z.string(),
  Filter: z.object({ Key: z.object({ FilterRules: z.array(rule).default([]) }) }).optional(),
});

/** Of the targets only queues are carried out here; a template with another is refused rather than half run. */
const schema = z.object({
  BucketName: z.string(),
  NotificationConfiguration: z.strictObject({ QueueConfigurations: z.array(queueConfiguration).default([]) }),
});

/** CDK sets a bucket's notifications through a custom resource; its effect is read from its properties. */
export const bucketNotifications: Interpreter = {
  type: 'Custom::S3BucketNotifications',
  interpret(resource) {
    const { BucketName, NotificationConfiguration } = propertiesOf(resource, schema);
    return {
      identity: identity(resource.logicalId),
      declarations: NotificationConfiguration.QueueConfigurations.map((configuration) => {
        const rules = configuration.Filter?.Key.FilterRules ?? [];
        const filter = (name: string) => rules.find((each) => each.Name.toLowerCase() === name)?.Value ?? '';
        return {
          kind: 'bucket-notification',
          bucket: BucketName,
          events: configuration.Events,
          prefix: filter('prefix'),
          suffix: filter('suffix'),
          queueArn: configuration.QueueArn,
        };
      }),
    };
  },
};
