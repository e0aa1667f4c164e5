import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ProductFunction } from './product-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export type ApiProps = {
  readonly settings: Settings;
  readonly store: Store;
  readonly dirtyAreas: IQueue;
  readonly operations: ITopic;
};

/** The JSON over HTTP. The function verifies tokens itself, deployed and on one machine alike. */
export class Api extends Construct {
  readonly httpApi: HttpApi;
  readonly fn: ProductFunction;

  constructor(scope: Construct, id: string, { settings, store, dirtyAreas, operations }: ApiProps) {
    super(scope, id);
    this.fn = new ProductFunction(this, 'Function', {
      folder: 'api',
      description: 'Answers requests from the current run of an area',
      // HTTP API gives up at 30 seconds: ours is the better message.
      timeout: Duration.seconds(29),
      memorySize: 1024,
      environment: {
        TABLE_NAME: store.table.tableName,
        DIRTY_QUEUE_URL: dirtyAreas.queueUrl,
        AREAS: settings.areas.join(','),
        ...tokenEnvironment(settings),
      },
      operations,
      alarm: {
        whoIsHurt: 'Everyone who has the dashboard open: some answers are errors.',
        whatToDo: 'Look in the api logs for the request id that the error answer gives.',
      },
    });
    store.grant(this.fn, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem');
    dirtyAreas.grantSendMessages(this.fn);

    this.httpApi = new HttpApi(this, 'Http', { description: 'Bellwether', createDefaultStage: false });
    const integration = new HttpLambdaIntegration('Function', this.fn, {
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    });
    for (const path of ['/api/v1', '/api/v1/{proxy+}']) {
      const routes = this.httpApi.addRoutes({ path, methods: [HttpMethod.ANY], integration });
      for (const route of routes) acknowledge(route, { 'AwsSolutions-APIG4': verifiedInTheFunction });
    }
    new HttpStage(this, 'Stage', {
      httpApi: this.httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', {
            retention: RetentionDays.ONE_YEAR,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
  }
}

const verifiedInTheFunction =
  "The function verifies each token and fails closed: the gateway's own authorizer cannot answer problem+json.";

/** Routes and outcomes; no query and no token. */
const accessLog = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

function tokenEnvironment({ tokenIssuer, tokenAudience, tokenKeysUrl }: Settings): Record<string, string> {
  return {
    ...(tokenIssuer === undefined ? {} : { TOKEN_ISSUER: tokenIssuer }),
    ...(tokenAudience === undefined ? {} : { TOKEN_AUDIENCE: tokenAudience }),
    ...(tokenKeysUrl === undefined ? {} : { TOKEN_KEYS_URL: tokenKeysUrl }),
  };
}
