import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

const KEY = 'bellwether:retention';

type Retention = { readonly logDays: number; readonly accessLogDays: number };

const usual: Retention = { logDays: 90, accessLogDays: 400 };

/** Says how long logs are kept to all that is made in a scope, before anything is. */
export function keepLogs(scope: Construct, { logDays, accessLogDays }: Settings): void {
  scope.node.setContext(KEY, {
    logDays: logDays ?? usual.logDays,
    accessLogDays: accessLogDays ?? usual.accessLogDays,
  } satisfies Retention);
}

/** Days that the logs of a scope are kept: those of functions as CloudWatch counts them, access logs in buckets. */
export function logRetention(scope: Construct): { functions: RetentionDays; accessLogDays: number } {
  const { logDays, accessLogDays }: Retention = scope.node.tryGetContext(KEY) ?? usual;
  return { functions: logDays, accessLogDays };
}
