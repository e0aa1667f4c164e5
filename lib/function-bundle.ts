/**
 * Where the SDK looks for credentials when there are none in the environment. Lambda puts them there, so these are
 * never loaded: left out, a bundle is 130 KiB smaller.
 */
const otherCredentials = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
] as const;

/** How a function is bundled, for the deployment and for whoever measures its bundle. */
export const functionBundle = {
  target: 'node24',
  mainFields: ['module', 'main'],
  external: otherCredentials,
  // Some packages inside are CommonJS and call require().
  banner: "import{createRequire as _cr}from'node:module';const require=_cr(import.meta.url);",
} as const;
