import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
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
