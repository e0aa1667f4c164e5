import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  type ParamsAndSecretsLayerVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { version } from '../shared/version.ts';
import { acknowledge } from './acknowledge.ts';
import { BundledCode } from './bundled-code.ts';
import { logRetention } from './log-retention.ts';
import { type AlarmText, OperationsAlarm, watched } from './operations-alarm.ts';
import { functionFindings } from './serverless-findings.ts';

export type ProductFunctionProps = {
  /** The folder under functions/ that holds `handler.ts`. */
  readonly folder: string;
  readonly description: string;
  readonly timeout: Duration;
  /** MB. */
  readonly memorySize: number;
  /** Plain settings, never a secret: anyone who may describe the function can read them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every function says who is hurt when it fails. */
  readonly alarm: AlarmText;
  readonly operations: ITopic;
  /** AWS's extension that reads secrets, for a function that needs one. */
  readonly secrets?: ParamsAndSecretsLayerVersion;
};

/** The template's pointer to the handler's source, by which it also runs without a bundle. */
export const entryMetadata = 'bellwether:entry';

/** A function of the product: one handler, one bundle, its own role and log group, and an alarm on its errors. */
export class ProductFunction extends LambdaFunction {
  readonly ownRole: Role;

  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    const entry = `functions/${props.folder}/handler.ts`;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: logRetention(scope).functions,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // An own role: the one that CDK makes may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      // Without bundling there is no asset: whoever runs such a template runs the source that its metadata names.
      code: Stack.of(scope).bundlingRequired ? new BundledCode(props.folder) : Code.fromInline(`// ${entry}`),
      handler: 'index.handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memorySize,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Where an invocation spends its time; an id and durations, never an address or a body of ours.
      tracing: Tracing.ACTIVE,
      ...(props.secrets === undefined ? {} : { paramsAndSecrets: props.secrets }),
      environment: {
        ...props.environment,
        // Of the program that made this template: what runs and what is settled must be of one version.
        BELLWETHER_VERSION: version,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_SERVICE_NAME: `bellwether-${props.folder}`,
        POWERTOOLS_METRICS_NAMESPACE: 'Bellwether',
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
    });
    this.ownRole = role;
    if (this.node.defaultChild instanceof CfnFunction)
      this.node.defaultChild.addMetadata(entryMetadata, entry);
    acknowledge(this, functionFindings);
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources: writing traces is all that it allows.',
    });
    new OperationsAlarm(this, 'Alarm', {
      ...props.alarm,
      metric: this.metricErrors({ period: watched, statistic: 'Sum' }),
      threshold: 1,
      operations: props.operations,
    });
  }
}
