import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { acknowledge } from '../../lib/acknowledge.ts';
import { buildApp } from '../../lib/app.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { inPassing, pages } from './synthesised.ts';

const build = (outdir: string) =>
  buildApp({ settings: defaultSettings, bundling: false, securityRules: true, outdir, pages });

test('the stack keeps the security rules', () => {
  inPassing((outdir) => expect(build(outdir).synth().stacks).toHaveLength(1));
});

test('a queue that breaks them stops the synthesis', () => {
  inPassing((outdir) => {
    const app = build(outdir);
    const stack = app.node.findChild('Bellwether');
    new Queue(stack, 'Careless');
    expect(() => app.synth()).toThrow('validation-report.json');
  });
});

test('what is accepted is accepted until its day, and a finding again after it', () => {
  const findings = ['AwsSolutions-SQS3', 'AwsSolutions-SQS4', 'Serverless::Serverless-SQSRedrivePolicy'];
  const reasons = Object.fromEntries(findings.map((finding) => [finding, 'Only a test.']));
  const synthesisedOn = (today: string) =>
    inPassing((outdir) => {
      const app = build(outdir);
      const queue = new Queue(Stack.of(app.node.findChild('Bellwether')), 'Careless');
      acknowledge(queue, reasons, '2027-05-31', today);
      return app.synth();
    });
  expect(synthesisedOn('2027-05-31').stacks).toHaveLength(1);
  expect(() => synthesisedOn('2027-06-01')).toThrow('validation-report.json');
});
