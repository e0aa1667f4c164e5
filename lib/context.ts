/** Feature flags of CDK, given in code because an app in process reads no cdk.json. */
const flags = {
  // Access logs by bucket policy: the older way needs access control lists.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/aws-apigatewayv2-integrations:useDefaultRoutePermission': true,
};

/** The context of the app. Without bundling no stack is bundled: assets then point at the sources. */
export function contextOf({ bundling }: { readonly bundling: boolean }): Record<string, unknown> {
  return bundling ? flags : { ...flags, 'aws:cdk:bundling-stacks': [] };
}
