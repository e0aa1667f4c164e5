/** Findings of the Serverless pack that hold of every construct of a kind, with the reason why they are right here. */

export const functionFindings = {
  'Serverless::Serverless-LambdaDLQ':
    'It is called by the gateway, which gets the error, or from a queue, which has its own dead letters: never asynchronously.',
  'Serverless::Serverless-LambdaEventSourceMappingDestination':
    'Only streams have such a destination: a message that fails goes to the dead letters of its queue.',
};

export const deadLetterFindings = {
  'Serverless::Serverless-SQSRedrivePolicy':
    'It is itself where dead letters go, with an alarm on the first.',
};

export const mailFindings = {
  'Serverless::Serverless-SNSRedrivePolicy':
    'A message that a mailbox refuses is not lost: the alert stays open in the run, and people are reminded of it.',
};

/** Of CDK's own helpers, which run at deployment only. */
export const helperFindings = {
  'Serverless::Serverless-LambdaDLQ': 'Called by CloudFormation, which waits for its answer.',
  'Serverless::Serverless-LambdaTracing': 'It runs at deployment only and sees no request of anybody.',
  'Serverless::Serverless-LambdaLatestVersion': 'The CDK chooses the runtime of its helper.',
};
