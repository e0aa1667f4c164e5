import * as z from 'zod';
import { identity } from '../template/scope.ts';
import { cfnNumber, functionNameOf, type Interpreter, propertiesOf } from './interpreter.ts';

const apiSchema = z.object({ ProtocolType: z.literal('HTTP', 'only an HTTP API is served here') });

/** Its CORS configuration is left out: locally pages and API share one origin, as behind CloudFront. */
export const httpApi: Interpreter = {
  type: 'AWS::ApiGatewayV2::Api',
  interpret(resource, place) {
    propertiesOf(resource, apiSchema);
    const id = resource.logicalId.toLowerCase();
    const endpoint = `https://${id}.execute-api.${place.region}.amazonaws.com`;
    return {
      identity: identity(id, { ApiId: id, ApiEndpoint: endpoint }),
      declarations: [{ kind: 'http-api', id }],
    };
  },
};

const integrationSchema = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY', 'only a function is called here'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0', 'the payload format must be 2.0'),
  // API Gateway's own limit for an HTTP API
  TimeoutInMillis: cfnNumber.default(30_000),
});

export const httpIntegration: Interpreter = {
  type: 'AWS::ApiGatewayV2::Integration',
  interpret(resource) {
    const properties = propertiesOf(resource, integrationSchema);
    return {
      identity: identity(resource.logicalId),
      declarations: [
        {
          kind: 'http-integration',
          id: resource.logicalId,
          apiId: properties.ApiId,
          functionName: functionNameOf(properties.IntegrationUri),
          timeoutMs: properties.TimeoutInMillis,
        },
      ],
    };
  },
};

const routeSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.literal('NONE', 'the functions verify tokens themselves').default('NONE'),
});

export const httpRoute: Interpreter = {
  type: 'AWS::ApiGatewayV2::Route',
  interpret(resource) {
    const { ApiId, RouteKey, Target } = propertiesOf(resource, routeSchema);
    return {
      identity: identity(resource.logicalId),
      declarations: [
        {
          kind: 'http-route',
          apiId: ApiId,
          routeKey: RouteKey,
          integrationId: Target.slice('integrations/'.length),
        },
      ],
    };
  },
};

const stageSchema = z.object({ StageName: z.literal('$default', 'only the stage $default is served here') });

/** Throttling and access logs are AWS's own business. */
export const httpStage: Interpreter = {
  type: 'AWS::ApiGatewayV2::Stage',
  interpret(resource) {
    return { identity: identity(propertiesOf(resource, stageSchema).StageName), declarations: [] };
  },
};
