import { Stack } from 'aws-cdk-lib';
import type { Conditions } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** A service may act for this account only (the confused deputy). */
export function inThisAccount(scope: Construct): Conditions {
  return { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
}
