import { expect, test } from 'vitest';
import {
  deployArguments,
  deployFlags,
  deployUsage,
  settingTexts,
} from '../../bin/command/deploy-arguments.ts';
import { parseFlags } from '../../bin/command/flags.ts';
import { parseSettings } from '../../lib/settings.ts';

test('every setting has a flag, and every flag is explained', () => {
  expect(deployFlags).toContain('token-keys-url');
  for (const flag of deployFlags) expect(deployUsage).toContain(`--${flag} `);
});

test('flags become the context that the app reads', () => {
  const parsed = parseFlags(['--stage', 'test', '--areas=E06000054', '--', '--verbose'], deployFlags, {
    words: true,
  });
  expect(parsed).toMatchObject({ kind: 'run', rest: ['--verbose'] });
  if (parsed.kind !== 'run') return;
  const texts = settingTexts(parsed.flags);
  expect(deployArguments(texts, 'cdk.out/outputs-test.json', parsed.rest)).toEqual([
    'deploy',
    'Bellwether',
    '--outputs-file',
    'cdk.out/outputs-test.json',
    '--context',
    'stage=test',
    '--context',
    'areas=E06000054',
    '--verbose',
  ]);
  expect(parseSettings(texts)).toEqual({ ok: true, settings: { stage: 'test', areas: ['E06000054'] } });
});
