import { describe, expect, test } from 'vitest';
import { at, ofType } from './synthesised.ts';

describe('what holds figures outlives its stack', () => {
  const kept = ['AWS::S3::Bucket', 'AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key'].flatMap((type) =>
    ofType(type),
  );
  test.each(kept)('%s', (_, { DeletionPolicy, UpdateReplacePolicy }) => {
    expect(DeletionPolicy).toBe('Retain');
    expect(UpdateReplacePolicy).toBe('Retain');
  });
});

describe('the drops bucket is the record of everything ever said', () => {
  const drops = ofType('AWS::S3::Bucket').find(([id]) => id.startsWith('DropsBucket'));

  test('every version of a file is kept', () => {
    expect(at(drops, 1, 'Properties', 'VersioningConfiguration', 'Status')).toBe('Enabled');
  });

  test('no rule ever expires a version', () => {
    const rules = JSON.stringify(at(drops, 1, 'Properties', 'LifecycleConfiguration'));
    expect(rules).toContain('AbortIncompleteMultipartUpload');
    expect(rules).not.toMatch(/Expir|Transition/);
  });
});

test.each(ofType('AWS::DynamoDB::GlobalTable'))(
  'table %s can be restored and not be deleted',
  (_, { Properties }) => {
    const replica = at(Properties, 'Replicas', 0);
    expect(at(replica, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled')).toBe(true);
    expect(at(replica, 'DeletionProtectionEnabled')).toBe(true);
    expect(at(Properties, 'BillingMode')).toBe('PAY_PER_REQUEST');
    expect(at(Properties, 'KeySchema')).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(at(Properties, 'TimeToLiveSpecification')).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  },
);
