import type { Identity } from '../template/scope.ts';
import { arnOf, type Place } from './place.ts';

/** Types that have no effect on one machine: permissions, keys, logs' retention, watching of the platform, deployment. */
export const ignoredTypes: readonly string[] = [
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::ScheduleGroup',
  'Custom::LogRetention',
  'Custom::S3AutoDeleteObjects',
];

/** Others may name an ignored resource (a key's ARN on a queue); any attribute answers with a made-up name. */
export function ignoredIdentity(logicalId: string, type: string, place: Place): Identity {
  const service = (type.split('::')[1] ?? 'custom').toLowerCase();
  return {
    ref: logicalId,
    attribute: (name) => (name === 'Arn' ? arnOf(place, service, logicalId) : `${logicalId}.${name}`),
  };
}
