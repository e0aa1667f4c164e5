import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Arrows point one way (docs: the design). For each part of the tree, the parts that it may import; a part may
 * always import itself. `type:` allows types only.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'shared/period': ['shared/brand'],
  'shared/facts': ['shared/period'],
  'shared/catalogue': ['shared/period', 'type:shared/facts'],
  'shared/reading': ['shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/ingest': [
    'shared/reading',
    'shared/settings',
    'shared/catalogue',
    'shared/facts',
    'shared/period',
    'shared/clock',
  ],
  'shared/settings': ['shared/reading', 'shared/rating', 'shared/catalogue', 'shared/period'],
  'shared/derive': ['shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/forecast': ['shared/period'],
  'shared/programme': ['shared/rating', 'shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/scenario': ['shared/forecast', 'shared/period'],
  'shared/rating': ['shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/outcomes': ['shared/rating', 'shared/derive', 'shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/disclosure': ['shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/quality': ['shared/derive', 'shared/rating', 'shared/catalogue', 'shared/facts', 'shared/period'],
  'shared/alerting': ['shared/catalogue', 'shared/facts', 'shared/period', 'type:shared/rating'],
  'shared/recompute': [
    'shared/alerting',
    'shared/programme',
    'shared/outcomes',
    'shared/disclosure',
    'shared/rating',
    'shared/forecast',
    'shared/derive',
    'shared/catalogue',
    'shared/facts',
    'shared/period',
    'shared/settings',
    'shared/clock',
    'shared/version',
  ],
  // The quarterly report: made from a run, so above recompute; its page from the same safe HTML as a file's report.
  'shared/monitoring-report': [
    'shared/report',
    'shared/recompute',
    'shared/programme',
    'shared/rating',
    'shared/catalogue',
    'shared/facts',
    'shared/period',
  ],
  'shared/report': ['shared/reading', 'shared/catalogue', 'shared/facts'],
  'shared/notify': ['shared/alerting', 'shared/recompute'],
  'shared/service-levels': ['shared/period'],
  'shared/webhook': ['shared/notify', 'shared/alerting', 'shared/recompute', 'shared/clock'],
  'shared/store': ['shared/facts', 'shared/period', 'shared/settings', 'type:shared/recompute'],
  'shared/api': [
    'shared/recompute',
    'shared/outcomes',
    'shared/disclosure',
    'shared/quality',
    'shared/alerting',
    'shared/programme',
    'shared/scenario',
    'shared/derive',
    'shared/catalogue',
    'shared/facts',
    'shared/period',
    'shared/settings',
    'shared/clock',
    'shared/version',
    'shared/report',
    'shared/monitoring-report',
    // What people write is held to the rules that files are held to.
    'shared/reading',
    'type:shared/ingest',
    'type:shared/store',
  ],
  functions: ['shared'],
  // It builds the dashboard, whose pages the document names.
  lib: ['shared', 'dashboard'],
  local: ['lib', 'shared'],
  dashboard: ['shared'],
  // The rebuild reads the bucket exactly as ingest does.
  bin: ['lib', 'local', 'shared', 'functions'],
};

/** Where an AWS SDK may be used: `store/` talks to DynamoDB, the functions and the machine's own runtime to the rest. */
const usesAwsSdk = ['shared/store', 'functions', 'local', 'bin'];

type Import = {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
};

const imports: readonly Import[] = globSync('{shared,functions,lib,local,dashboard,bin}/**/*.ts').flatMap(
  (file) => {
    const statements = readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)\s([^;]*?)from\s+'([^']+)'/gm,
    );
    return [...statements].map(([, names = '', specifier = '']) => {
      const to = specifier.startsWith('.') ? relative('.', resolve(dirname(file), specifier)) : specifier;
      const named = names.replace(/^type\s/, '').replace(/[{}\s]/g, '');
      const everyNameIsType =
        /^\{/.test(names.trim()) &&
        names
          .replace(/[{}]/g, '')
          .split(',')
          .every((name) => name.trim() === '' || name.trim().startsWith('type '));
      return {
        file,
        from: partOf(file),
        to,
        typeOnly: /^type\s/.test(names) || (named !== '' && everyNameIsType),
      };
    });
  },
);

function partOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'shared' ? `shared/${second.replace(/\.ts$/, '')}` : top;
}

function allowed({ from, to, typeOnly }: Import): boolean {
  const part = partOf(to);
  if (part === from) return true;
  return (arrows[from] ?? []).some((arrow) => {
    const target = arrow.replace(/^type:/, '');
    return (part === target || part.startsWith(`${target}/`)) && (typeOnly || !arrow.startsWith('type:'));
  });
}

describe('arrows point one way', () => {
  const inside = imports.filter(
    ({ to }) => !to.startsWith('node:') && /^(shared|functions|lib|local|dashboard|bin|test)\//.test(to),
  );

  test.each(Object.keys(arrows))('%s imports only what it may', (part) => {
    const wrong = inside.filter((each) => each.from === part && !allowed(each));
    expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  test('the rules see the imports that are there', () => {
    expect(inside.length).toBeGreaterThan(300);
    expect(
      inside.some(
        ({ file, to }) => file === 'shared/recompute/recompute.ts' && to === 'shared/alerting/advance.ts',
      ),
    ).toBe(true);
  });

  test('no product code imports a test', () => {
    expect(inside.filter(({ to }) => to.startsWith('test/'))).toEqual([]);
  });

  test('only the store, the functions and the local side use an AWS SDK; nothing shared knows an AWS event', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('@aws-sdk/') && !usesAwsSdk.includes(from));
    expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
    expect(imports.filter(({ from, to }) => from.startsWith('shared/') && to === 'aws-lambda')).toEqual([]);
  });

  test('pure parts do no I/O', () => {
    const pure = [
      'period',
      'facts',
      'catalogue',
      'reading',
      'settings',
      'derive',
      'forecast',
      'scenario',
      'programme',
      'rating',
      'outcomes',
      'alerting',
      'outcomes',
      'disclosure',
      'recompute',
    ].map((name) => `shared/${name}`);
    const wrong = imports.filter(({ from, to }) => pure.includes(from) && /^node:(?!crypto|zlib)/.test(to));
    expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });
});
