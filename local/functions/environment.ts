import { credentials, type Endpoints } from '../engines/endpoints.ts';
import type { FunctionDeclaration } from '../resources/declaration.ts';
import { REGION } from '../resources/place.ts';

/**
 * The whole environment of a function: what the template says, what Lambda adds, where the embedded services are, and
 * `CLOCK_OFFSET_MS`, product time minus real time in milliseconds. Nothing of the machine's own environment.
 */
export function environmentOf(
  declaration: FunctionDeclaration,
  endpoints: Endpoints,
  clockOffsetMs: number,
): Record<string, string> {
  return {
    ...declaration.variables,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    // Else the SDK looks into the user's own ~/.aws.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_LAMBDA_FUNCTION_NAME: declaration.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(declaration.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${declaration.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    CLOCK_OFFSET_MS: String(clockOffsetMs),
  };
}
