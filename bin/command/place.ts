import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../lib/project.ts';
import { defaultSettings } from '../../lib/settings.ts';
import { outputsFile, parseOutputs } from './outputs.ts';

/** A running Bellwether: on this machine, or a deployed stage. */
export type Place = {
  /** How it is called in messages. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly apiUrl: string;
  /** Of a stage, where its pages are; on this machine they are at the API's own address. */
  readonly pagesUrl?: string;
  readonly token?: string;
  readonly region: string;
  readonly dropsBucket: string;
  readonly reportsBucket: string;
  /** Only on this machine. */
  readonly s3Url?: string;
  /** What to do when nothing answers there. */
  readonly whenSilent: string;
};

export type PlaceOutcome = Place | { readonly problem: string };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The system that `npm start` runs, by its settings. */
export function localPlace(environment: Environment): PlaceOutcome {
  const port = portOf(environment, 'BELLWETHER_PORT', 8080);
  const s3Port = portOf(environment, 'BELLWETHER_S3_PORT', 8081);
  if (typeof port !== 'number') return port;
  if (typeof s3Port !== 'number') return s3Port;
  return {
    name: 'this machine',
    apiUrl: `http://127.0.0.1:${port}`,
    ...tokenOf(environment),
    s3Url: `http://127.0.0.1:${s3Port}`,
    region: defaultSettings.region,
    dropsBucket: 'bellwether-drops',
    reportsBucket: 'bellwether-reports',
    whenSilent:
      'Start it with `npm start` and wait for the line that begins with Ready. If it runs on other ports, set BELLWETHER_PORT (API) and BELLWETHER_S3_PORT (file drops) here as there.',
  };
}

/** A deployed stage, from the file that its deployment has left. */
export async function deployedPlace(
  stage: string,
  environment: Environment,
  read: (path: string) => Promise<string> = (path) => readFile(path, 'utf8'),
): Promise<PlaceOutcome> {
  if (!/^[a-z][a-z0-9-]*$/.test(stage)) return { problem: `Cannot use "${stage}" as the name of a stage.` };
  const file = outputsFile(stage);
  const text = await read(join(projectRoot, file)).catch(() => undefined);
  const outputs = text === undefined ? undefined : parseOutputs(text, stage);
  if (outputs === undefined) {
    return {
      problem: `Cannot reach stage "${stage}": ${file} ${text === undefined ? 'is not there' : 'does not hold its addresses'}. \`npm run deploy -- --stage ${stage}\` writes it.`,
    };
  }
  return {
    name: `stage ${stage}`,
    apiUrl: outputs.ApiUrl.replace(/\/+$/, ''),
    ...(outputs.DashboardUrl !== undefined && { pagesUrl: outputs.DashboardUrl.replace(/\/+$/, '') }),
    ...tokenOf(environment),
    region: outputs.Region,
    dropsBucket: outputs.DropsBucketName,
    reportsBucket: outputs.ReportsBucketName,
    whenSilent: `Look whether this machine is connected, and whether stage ${stage} is still deployed.`,
  };
}

/** Needed on a stage, and here when it was started with `--auth`. */
function tokenOf({ BELLWETHER_TOKEN: token }: Environment): Pick<Place, 'token'> {
  return token === undefined || token === '' ? {} : { token };
}

function portOf(environment: Environment, name: string, otherwise: number): number | { problem: string } {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  return { problem: `Cannot use ${name}="${text}": a port is a whole number from 1 to 65535.` };
}
