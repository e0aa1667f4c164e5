import { expect, test } from 'vitest';
import { summarise } from '../../lib/summary.ts';
import { templateSchema } from '../../lib/template.ts';

const template = templateSchema.parse({
  Resources: {
    Work: { Type: 'AWS::SQS::Queue' },
    Letters: { Type: 'AWS::SQS::Queue' },
    Api: {
      Type: 'AWS::Lambda::Function',
      Metadata: { 'bellwether:entry': 'functions/api/handler.ts' },
      Properties: { Code: { S3Key: 'abc.zip' } },
    },
    Helper: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'pass' } } },
  },
});

test('resources are counted by type', () => {
  const lines = summarise(template, () => undefined).split('\n');
  expect(lines[0]).toBe('4 resources');
  expect(lines).toContain('    2  AWS::SQS::Queue');
  expect(lines).toContain('    2  AWS::Lambda::Function');
});

test('each function of the product has the size of its bundle, and no other function is named', () => {
  const text = summarise(template, (hash) => (hash === 'abc' ? 400 * 1024 : undefined));
  expect(text.slice(text.indexOf('Functions'))).toBe('Functions\n   400 KiB  functions/api/handler.ts');
});

test('a function without a bundle says so', () => {
  expect(summarise(template, () => undefined)).toContain('no bundle  functions/api/handler.ts');
});
