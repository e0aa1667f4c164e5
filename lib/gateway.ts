import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { gatewayRoutes } from '../shared/api/gateway-routes.ts';
import type { ServedBy } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes/routes.ts';
import { acknowledge } from './acknowledge.ts';
import type { ProductFunction } from './product-function.ts';

/** Where requests come in: the HTTP API, which leads each route to the function that the route table names. */
export class Gateway extends Construct {
  readonly httpApi: HttpApi;
  /** Host name of the API itself, `abc.execute-api.eu-west-2.amazonaws.com`. */
  readonly domainName: string;
  readonly #stage: HttpStage;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'Http', { description: 'Bellwether', createDefaultStage: false });
    const { region, urlSuffix } = Stack.of(this);
    this.domainName = `${this.httpApi.apiId}.execute-api.${region}.${urlSuffix}`;
    this.#stage = new HttpStage(this, 'Stage', {
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

  /** Everything below `/api/v1` is api's, but for the routes that the table gives to another function. */
  leadTo(functions: Readonly<Record<ServedBy, ProductFunction>>): void {
    const integrations = {
      api: integrationOf('Api', functions.api),
      actions: integrationOf('Actions', functions.actions),
      compute: integrationOf('Compute', functions.compute),
      files: integrationOf('Files', functions.files),
    } satisfies Record<ServedBy, HttpLambdaIntegration>;
    const ways = [
      ...['/api/v1', '/api/v1/{proxy+}'].map((path) => ({ path, method: 'ANY', servedBy: 'api' }) as const),
      ...gatewayRoutes(routes),
    ];
    const throttles: Record<string, Throttle> = {};
    for (const { path, method, servedBy } of ways) {
      const made = this.httpApi.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrations[servedBy],
      });
      for (const route of made) acknowledge(route, { 'AwsSolutions-APIG4': verifiedInTheFunction });
      // A stage cannot speak of a route that is not there yet.
      this.#stage.node.addDependency(...made);
      throttles[`${method} ${path}`] = THROTTLES[servedBy];
    }
    const { defaultChild } = this.#stage.node;
    if (defaultChild instanceof CfnStage) defaultChild.addPropertyOverride('RouteSettings', throttles);
  }
}

type Throttle = { readonly ThrottlingRateLimit: number; readonly ThrottlingBurstLimit: number };

/**
 * Requests a second, and at once, of each route: a council's pages ask a dozen views at a time; what must be calculated,
 * written or read from files is asked by a few, one at a time, and costs a core for seconds.
 */
const THROTTLES = {
  api: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
  compute: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 },
  actions: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
  files: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 },
} as const satisfies Record<ServedBy, Throttle>;

function integrationOf(id: string, fn: ProductFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(id, fn, { payloadFormatVersion: PayloadFormatVersion.VERSION_2_0 });
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
