import { describe, expect, test } from 'vitest';
import { at, ofType, only, statements, target } from './synthesised.ts';

const [keyId] = only('AWS::KMS::Key');

describe('everything that holds data is encrypted', () => {
  test.each(ofType('AWS::S3::Bucket'))('bucket %s', (_, { Properties }) => {
    const rule = at(Properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0);
    expect(at(rule, 'ServerSideEncryptionByDefault', 'SSEAlgorithm')).toMatch(/^(aws:kms|AES256)$/);
    expect(at(Properties, 'PublicAccessBlockConfiguration')).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  });

  test('files and reports with the customer-managed key', () => {
    const keyed = ofType('AWS::S3::Bucket').filter(([id]) => /^Drops(Bucket|Reports)/.test(id));
    expect(keyed).toHaveLength(2);
    for (const [, { Properties }] of keyed) {
      const rule = at(Properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0);
      expect(target(at(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'))).toBe(keyId);
    }
  });

  test.each(ofType('AWS::SQS::Queue'))('queue %s', (_, { Properties }) => {
    expect(at(Properties, 'SqsManagedSseEnabled')).toBe(true);
  });

  test.each(ofType('AWS::SNS::Topic'))('topic %s', (_, { Properties }) => {
    expect(target(at(Properties, 'KmsMasterKeyId'))).toBe(keyId);
  });

  test.each(ofType('AWS::DynamoDB::GlobalTable'))('table %s', (_, { Properties }) => {
    expect(at(Properties, 'SSESpecification', 'SSEType')).toBe('KMS');
    expect(target(at(Properties, 'Replicas', 0, 'SSESpecification', 'KMSMasterKeyId'))).toBe(keyId);
  });

  test('the key is rotated', () => {
    for (const [, { Properties }] of ofType('AWS::KMS::Key'))
      expect(at(Properties, 'EnableKeyRotation')).toBe(true);
  });
});

describe('nothing is taken over a plain connection', () => {
  const doors = [
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', (properties: unknown) => [at(properties, 'Bucket')]],
    ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', (properties: unknown) => [at(properties, 'Queues', 0)]],
    ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', (properties: unknown) => [at(properties, 'Topics', 0)]],
  ] as const;
  test.each(doors)('%s', (type, policyType, doorsOf) => {
    const closed = ofType(policyType)
      .filter(([, policy]) =>
        statements(policy).some(
          ({ Effect, Condition }) =>
            Effect === 'Deny' && at(Condition, 'Bool', 'aws:SecureTransport') === 'false',
        ),
      )
      .flatMap(([, { Properties }]) => doorsOf(Properties).map(target));
    expect(closed.sort()).toEqual(
      ofType(type)
        .map(([id]) => id)
        .sort(),
    );
  });
});
