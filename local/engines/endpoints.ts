import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { REGION } from '../resources/place.ts';

/** Addresses of the embedded services, without a slash at the end. */
export type Endpoints = {
  readonly s3: string;
  readonly dynamodb: string;
  readonly sqs: string;
  readonly sns: string;
};

/** Nothing embedded checks them; the SDK refuses to send without. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** The SDK's clients of the runtime itself, made once. */
export type Clients = {
  readonly s3: S3Client;
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  close(): void;
};

/** A client of the embedded SQS. */
export function sqsClient(endpoint: string): SQSClient {
  return new SQSClient({ region: REGION, credentials, endpoint });
}

export function clientsFor(endpoints: Endpoints): Clients {
  const shared = { region: REGION, credentials };
  const s3 = new S3Client({ ...shared, endpoint: endpoints.s3, forcePathStyle: true });
  const dynamodb = new DynamoDBClient({ ...shared, endpoint: endpoints.dynamodb });
  const sqs = sqsClient(endpoints.sqs);
  const sns = new SNSClient({ ...shared, endpoint: endpoints.sns });
  return {
    s3,
    dynamodb,
    sqs,
    sns,
    close() {
      for (const client of [s3, dynamodb, sqs, sns]) client.destroy();
    },
  };
}
