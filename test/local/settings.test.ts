import { describe, expect, test } from 'vitest';
import { nodeVersionProblem } from '../../local/node-version.ts';
import { parseSettings } from '../../local/settings.ts';

describe('flags and environment', () => {
  test('nothing said', () => {
    expect(parseSettings([], {})).toEqual({
      kind: 'settings',
      settings: {
        port: 8080,
        s3Port: 8081,
        dataDir: '.local',
        areas: ['E06000054'],
        samples: true,
        today: undefined,
        auth: false,
      },
    });
  });

  test('everything said', () => {
    const environment = {
      BELLWETHER_PORT: '9000',
      BELLWETHER_S3_PORT: '9001',
      BELLWETHER_DATA_DIR: '/data',
      BELLWETHER_AREAS: 'E06000054, E10000014,E06000054',
    };
    expect(parseSettings(['--empty', '--auth', '--today', '2025-02-03'], environment)).toMatchObject({
      settings: {
        port: 9000,
        s3Port: 9001,
        dataDir: '/data',
        areas: ['E06000054', 'E10000014'],
        samples: false,
        today: '2025-02-03',
        auth: true,
      },
    });
  });

  test.each(['--help', '-h'])('%s', (flag) => {
    expect(parseSettings([flag], {})).toEqual({ kind: 'help' });
  });

  test.each([
    ['an unknown flag', ['--bogus'], {}, /--bogus/],
    ['a word', ['now'], {}, /now/],
    ['a day that cannot be', ['--today', '2025-02-30'], {}, /2025-02-30.*YYYY-MM-DD/],
    ['a port that is none', [], { BELLWETHER_PORT: '80a' }, /BELLWETHER_PORT="80a"/],
    ['a port out of range', [], { BELLWETHER_S3_PORT: '65536' }, /BELLWETHER_S3_PORT="65536"/],
    ['one port for both', [], { BELLWETHER_PORT: '8081' }, /must differ/],
    ['an area that is none', [], { BELLWETHER_AREAS: 'Wiltshire' }, /"Wiltshire"/],
  ])('%s is misunderstood', (_, argv, environment, problem) => {
    const outcome = parseSettings(argv, environment);
    expect(outcome).toMatchObject({ kind: 'misunderstood', problems: [expect.stringMatching(problem)] });
  });

  test('every problem is told at once', () => {
    const environment = { BELLWETHER_PORT: 'x', BELLWETHER_S3_PORT: 'y' };
    expect(parseSettings(['--today', 'tomorrow'], environment)).toMatchObject({
      problems: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });
});

test('versions of Node.js that cannot run TypeScript are told what is needed', () => {
  for (const version of ['18.20.0', '20.20.2', '22.17.1', '23.5.0']) {
    expect(nodeVersionProblem(version), version).toMatch(/22\.18 or newer/);
  }
  for (const version of ['22.18.0', '23.6.0', '24.0.0', '24.21.0', '26.0.0']) {
    expect(nodeVersionProblem(version), version).toBeUndefined();
  }
});
