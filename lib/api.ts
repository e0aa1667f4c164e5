import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServedBy } from '../shared/api/route.ts';
import type { Drops } from './drops.ts';
import type { AlarmText } from './operations-alarm.ts';
import { ProductFunction } from './product-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export type ApiProps = {
  readonly settings: Settings;
  readonly store: Store;
  readonly drops: Drops;
  readonly dirtyAreas: IQueue;
  readonly operations: ITopic;
};

/**
 * The JSON over HTTP, by four functions with rights of their own: api reads what is stored, actions writes, compute
 * calculates, files reads files. Each verifies tokens itself, deployed and on one machine alike.
 */
export class Api extends Construct {
  readonly functions: Readonly<Record<ServedBy, ProductFunction>>;

  constructor(scope: Construct, id: string, { settings, store, drops, dirtyAreas, operations }: ApiProps) {
    super(scope, id);
    const answering = (name: string, { folder, ...more }: Answering) =>
      new ProductFunction(this, name, {
        ...more,
        folder,
        // HTTP API gives up at 30 seconds: ours is the better message.
        timeout: Duration.seconds(29),
        environment: {
          TABLE_NAME: store.table.tableName,
          AREAS: settings.areas.join(','),
          ...tokenEnvironment(settings),
          ...(settings.release !== undefined && folder === 'api' && { RELEASE: settings.release }),
          ...more.environment,
        },
        operations,
      });

    const api = answering('Function', {
      folder: 'api',
      description: 'Answers requests from the current run of an area',
      memorySize: 1024,
      alarm: {
        whoIsHurt: 'Everyone who has the dashboard open: some answers are errors.',
        whatToDo: 'Look in the api logs for the request id that the error answer gives.',
        runbook: 'api-errors',
      },
    });
    store.grant(api, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');

    const actions = answering('Actions', {
      folder: 'actions',
      description: 'Does what people and machines ask for: uploads, recomputes, settings',
      memorySize: 512,
      environment: { DIRTY_QUEUE_URL: dirtyAreas.queueUrl, DROPS_BUCKET: drops.bucket.bucketName },
      alarm: {
        whoIsHurt: 'A council that wants to send a file or start a recompute: it is told of an error.',
        whatToDo:
          'Look in the actions logs for the request id that the error answer gives. It may try again.',
        runbook: 'api-errors',
      },
    });
    // What was settled so far, before the next version of it; and the alert that somebody takes on.
    store.grant(actions, 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    dirtyAreas.grantSendMessages(actions);
    drops.grantPutDrops(actions.ownRole);

    const compute = answering('Compute', {
      folder: 'compute',
      description: 'Answers that must be calculated: the history of a figure, what changed, replay',
      memorySize: 1769, // one whole core
      alarm: {
        whoIsHurt:
          'Analysts who ask for the history of a figure, for what changed or for a replay: some answers are errors.',
        whatToDo:
          'Look in the compute logs for the request id that the error answer gives, and for time-outs: an area may have grown too large.',
        runbook: 'api-errors',
      },
    });
    // Query: the facts. The others: the current run, which says what is withheld from whom.
    store.grant(compute, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query');

    const files = answering('Files', {
      folder: 'files',
      description: 'Reads a file for somebody: reports, and what a file would say',
      memorySize: 1769, // one whole core, as reading takes
      environment: { DROPS_BUCKET: drops.bucket.bucketName },
      alarm: {
        whoIsHurt:
          'A council that reads a report or tries a file: it is told of an error. Dropping still works.',
        whatToDo:
          'Look in the files logs for the request id that the error answer gives. It reads what anybody with the scope sends: a crash is worth a test.',
        runbook: 'api-errors',
      },
    });
    // Query: what was settled of headings, and what a file would replace.
    store.grant(files, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    drops.grantReadDrops(files.ownRole);

    this.functions = { api, actions, compute, files };
  }
}

type Answering = {
  readonly folder: ServedBy;
  readonly description: string;
  readonly memorySize: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly alarm: AlarmText;
};

function tokenEnvironment({ tokenIssuer, tokenAudience, tokenKeysUrl }: Settings): Record<string, string> {
  return {
    ...(tokenIssuer === undefined ? {} : { TOKEN_ISSUER: tokenIssuer }),
    ...(tokenAudience === undefined ? {} : { TOKEN_AUDIENCE: tokenAudience }),
    ...(tokenKeysUrl === undefined ? {} : { TOKEN_KEYS_URL: tokenKeysUrl }),
  };
}
