/** Where the template pretends to be deployed. Everything of it is on this machine. */
export type Place = {
  readonly stackName: string;
  readonly region: string;
  readonly account: string;
  /** Address of the embedded SQS; queue addresses are made of it. */
  readonly sqsEndpoint: string;
};

export const REGION = 'eu-west-2';

/** The account that the embedded SQS and SNS put into every ARN. */
export const ACCOUNT = '000000000000';

/** The ARN of a resource of this place, `arn:aws:sqs:eu-west-2:000000000000:dirty`. */
export function arnOf(place: Place, service: string, resource: string): string {
  return `arn:aws:${service}:${place.region}:${place.account}:${resource}`;
}

/** A physical name for a resource that the template leaves to CloudFormation; always the same, so that data is found again. */
export function generatedName(place: Place, logicalId: string): string {
  return `${place.stackName}-${logicalId}`;
}
