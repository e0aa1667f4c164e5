import { expect, test } from 'vitest';
import { defaultSettings } from '../../lib/settings.ts';
import { parseStage } from '../../lib/stages/stage.ts';
import { at, functionOf, functions, ofType, statements, synthesise, target } from './synthesised.ts';

const arn = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:bellwether-webhook-AbCdEf';
const template = synthesise({ ...defaultSettings, webhookSecretArn: arn });

test('without a setting there is no webhook', () => {
  expect(
    functions().some(([, { Metadata }]) => String(Metadata['bellwether:entry']).includes('webhook')),
  ).toBe(false);
});

test('the function knows where the secret is, and the secret is nowhere in the template', () => {
  const [, fn] = functionOf('webhook', template);
  const variables = at(fn.Properties, 'Environment', 'Variables');
  expect(at(variables, 'WEBHOOK_SECRET_ARN')).toBe(arn);
  expect(at(variables, 'LOCAL_WEBHOOK')).toBeUndefined();
  expect(JSON.stringify(at(fn.Properties, 'Layers'))).toContain(
    'AWS-Parameters-and-Secrets-Lambda-Extension',
  );
});

test('it may read that secret and no other, and take notice from notify', () => {
  const reading = ofType('AWS::IAM::Policy', template)
    .flatMap(([, policy]) => statements(policy))
    .filter(({ Action }) => Action.some((action) => action.startsWith('secretsmanager:')));
  expect(reading.flatMap(({ Resource }) => Resource)).toEqual([arn]);
  const queue = at(
    functionOf('notify', template)[1].Properties,
    'Environment',
    'Variables',
    'WEBHOOK_QUEUE_URL',
  );
  expect(target(queue)).toMatch(/^Webhook/);
});

test('somebody is told when messages wait for a quarter of an hour, before they are given up', () => {
  const queue = target(
    at(functionOf('notify', template)[1].Properties, 'Environment', 'Variables', 'WEBHOOK_QUEUE_URL'),
  );
  const late = ofType('AWS::CloudWatch::Alarm', template).find(
    ([, { Properties }]) =>
      at(Properties, 'MetricName') === 'ApproximateAgeOfOldestMessage' &&
      target(at(Properties, 'Dimensions', 0, 'Value')) === queue,
  );
  expect(at(late, 1, 'Properties', 'Threshold')).toBe(900);
});

test('the outputs lead to its queue and dead letters, so that they can be put back', () => {
  expect(target(template.Outputs['WebhookQueueUrl']?.Value)).toMatch(/^Webhook/);
  expect(target(template.Outputs['WebhookDeadLettersUrl']?.Value)).toMatch(/^Webhook.*DeadLetters/);
});

test('an ARN that is none or not whole is refused with what is needed', () => {
  const withSecret = (webhookSecretArn: string) =>
    parseStage('test', JSON.stringify({ areas: defaultSettings.areas, webhookSecretArn }));
  expect(withSecret('bellwether-webhook')).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('six last characters')],
  });
  expect(withSecret(arn).ok).toBe(true);
});
