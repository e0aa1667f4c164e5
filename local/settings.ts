import { parseArgs } from 'node:util';
import { areaByCode } from '../shared/catalogue/areas.ts';
import { parseDay } from '../shared/period/london.ts';
import { parseTarget } from '../shared/webhook/target.ts';
import { messageOf } from './cannot-start.ts';

/** What a user may choose of a local start. */
export type LocalSettings = {
  /** 0 takes a free port. */
  readonly port: number;
  readonly s3Port: number;
  readonly dataDir: string;
  readonly areas: readonly string[];
  readonly samples: boolean;
  /** `YYYY-MM-DD`: the day at which the clock starts. */
  readonly today: string | undefined;
  /** Requests need a token of the local issuer. */
  readonly auth: boolean;
  /** Where alerts are posted as well: JSON as `parseTarget` takes it. */
  readonly webhook?: string;
};

export type SettingsOutcome =
  | { readonly kind: 'settings'; readonly settings: LocalSettings }
  | { readonly kind: 'help' }
  | { readonly kind: 'misunderstood'; readonly problems: readonly string[] };

export const usage = `Usage: npm start -- [--empty] [--today YYYY-MM-DD] [--auth]

Runs the whole system on this machine, with the sample council's files.

  --empty             without the samples, on the real clock
  --today YYYY-MM-DD  the system's clock starts at that day (09:00 in England) and runs on from there
  --auth              requests need a token; the start prints where to get one
  --help              this text

Environment:
  BELLWETHER_PORT      port of pages and API (8080)
  BELLWETHER_S3_PORT   port of the S3 endpoint for file drops (8081)
  BELLWETHER_DATA_DIR  where data is kept (.local)
  BELLWETHER_AREAS     councils, by code, comma separated (E06000054)
  BELLWETHER_WEBHOOK_URL          address that alerts are posted to as well (none)
  BELLWETHER_WEBHOOK_KIND         generic, slack, teams or pagerduty (told by the address)
  BELLWETHER_WEBHOOK_KEY          signs each post; 16 characters or more
  BELLWETHER_WEBHOOK_ROUTING_KEY  integration key, for PagerDuty`;

/** Reads flags and environment. Collects every problem; each says what is there and what is needed. */
export function parseSettings(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SettingsOutcome {
  const flags = parseFlags(argv);
  if (typeof flags === 'string') return { kind: 'misunderstood', problems: [flags] };
  if (flags.help) return { kind: 'help' };
  const problems: string[] = [];
  const port = portOf(environment, 'BELLWETHER_PORT', 8080, problems);
  const s3Port = portOf(environment, 'BELLWETHER_S3_PORT', 8081, problems);
  if (port === s3Port && port !== 0) {
    problems.push(`Cannot use port ${port} twice: BELLWETHER_PORT and BELLWETHER_S3_PORT must differ.`);
  }
  const areas = areasOf(environment['BELLWETHER_AREAS'], problems);
  if (flags.today !== undefined && parseDay(flags.today) === undefined) {
    problems.push(`Cannot start on "${flags.today}": it is no day. Write --today YYYY-MM-DD.`);
  }
  const webhook = webhookOf(environment, problems);
  if (problems.length > 0) return { kind: 'misunderstood', problems };
  return {
    kind: 'settings',
    settings: {
      port,
      s3Port,
      dataDir: environment['BELLWETHER_DATA_DIR'] || '.local',
      areas,
      samples: !flags.empty,
      today: flags.today,
      auth: flags.auth,
      ...(webhook === undefined ? {} : { webhook }),
    },
  };
}

type Flags = {
  readonly empty: boolean;
  readonly auth: boolean;
  readonly help: boolean;
  readonly today: string | undefined;
};

function parseFlags(argv: readonly string[]): Flags | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        empty: { type: 'boolean', default: false },
        auth: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        today: { type: 'string' },
      },
    });
    return { ...values, today: values.today };
  } catch (thrown) {
    return messageOf(thrown);
  }
}

function portOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  usual: number,
  problems: string[],
): number {
  const text = environment[name] || String(usual);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  problems.push(`Cannot use ${name}="${text}": a port is a number from 1 to 65535 (0: any free one).`);
  return usual;
}

/** The webhook as JSON; undefined where none is given. */
function webhookOf(
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string | undefined {
  const url = environment['BELLWETHER_WEBHOOK_URL'];
  if (!url) return undefined;
  const target = JSON.stringify({
    url,
    kind: environment['BELLWETHER_WEBHOOK_KIND'] || undefined,
    signingKey: environment['BELLWETHER_WEBHOOK_KEY'] || undefined,
    routingKey: environment['BELLWETHER_WEBHOOK_ROUTING_KEY'] || undefined,
  });
  try {
    parseTarget(target);
  } catch (thrown) {
    problems.push(`BELLWETHER_WEBHOOK_URL and its like: ${messageOf(thrown)}`);
  }
  return target;
}

function areasOf(text: string | undefined, problems: string[]): readonly string[] {
  const codes = (text || 'E06000054').split(',').map((code) => code.trim());
  for (const code of codes.filter((each) => areaByCode(each) === undefined)) {
    problems.push(
      `Cannot use "${code}" in BELLWETHER_AREAS: no council of England has that code. Write its ONS code, such as E06000054.`,
    );
  }
  return [...new Set(codes)];
}
