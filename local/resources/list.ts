import { bucket } from './bucket.ts';
import { bucketFiles } from './bucket-files.ts';
import { bucketNotifications } from './bucket-notifications.ts';
import { distribution } from './distribution.ts';
import { edgeFunction } from './edge-function.ts';
import { eventSourceMapping } from './event-source-mapping.ts';
import { httpApi, httpIntegration, httpRoute, httpStage } from './http-api.ts';
import type { Interpreter } from './interpreter.ts';
import { lambdaFunction } from './lambda-function.ts';
import { originAccessControl } from './origin-access-control.ts';
import { queue } from './queue.ts';
import { responseHeadersPolicy } from './response-headers-policy.ts';
import { schedule } from './schedule.ts';
import { subscription } from './subscription.ts';
import { table } from './table.ts';
import { topic } from './topic.ts';

/** Every CloudFormation type that the embedded runtime carries out. A new one is a file and an entry here. */
export const interpreters: readonly Interpreter[] = [
  bucket,
  bucketFiles,
  bucketNotifications,
  distribution,
  edgeFunction,
  eventSourceMapping,
  httpApi,
  httpIntegration,
  httpRoute,
  httpStage,
  lambdaFunction,
  originAccessControl,
  queue,
  responseHeadersPolicy,
  schedule,
  subscription,
  table,
  topic,
];
