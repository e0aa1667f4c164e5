import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { alertQueue } from './alerts/alert-queue.ts';
import { alertReceiver } from './alerts/receive.ts';
import { type Calm, calmOf } from './calm.ts';
import type { ProductClock } from './clock/product-clock.ts';
import type { Closing } from './closing.ts';
import { distributionHandler } from './edge/distribution.ts';
import type { DataKey } from './engines/data-key.ts';
import type { Clients, Endpoints } from './engines/endpoints.ts';
import { startMessaging } from './engines/messaging.ts';
import { furnish, startEngines } from './engines/start-engines.ts';
import type { LocalFunction } from './functions/local-function.ts';
import { startFunctions } from './functions/start-functions.ts';
import type { Front, Handle } from './http/front.ts';
import { type Gateway, serve } from './http/gateway.ts';
import { router } from './http/routes.ts';
import { keepEvents } from './notifications/keep-events.ts';
import { poller } from './pollers/poller.ts';
import { pollersOf } from './pollers/start-pollers.ts';
import { declared, type Plan } from './resources/declaration.ts';
import { interpretTemplate } from './resources/interpret.ts';
import { ACCOUNT, type Place, REGION } from './resources/place.ts';
import { startScheduler } from './schedules/scheduler.ts';
import { readTemplate } from './template/template.ts';

export type StackOptions = {
  /** The synthesised template, parsed JSON. */
  readonly template: unknown;
  /** File of a function by its entry. */
  readonly sourceOf: (entry: string) => string;
  /** Folder of the synthesised app: the template's assets lie in it. */
  readonly assembly: string;
  readonly dataDir: string;
  readonly s3Port: number;
  readonly clock: ProductClock;
  readonly front: Front;
  /** The Authorization header for requests that carry none. */
  readonly authorization: () => Promise<string | undefined>;
  /** Functions, by entry, that get no messages until `release`. */
  readonly holdBack: (entry: string) => boolean;
  readonly say: (text: string) => void;
  readonly report: (text: string) => void;
  readonly closing: Closing;
};

/** A template that runs: engines, functions, pollers, schedules and the HTTP API. */
export type Stack = Calm & {
  readonly plan: Plan;
  readonly endpoints: Endpoints;
  readonly clients: Clients;
  readonly dataKey: DataKey;
  readonly functions: ReadonlyMap<string, LocalFunction>;
  /** Lets the held-back functions have their messages. */
  release(): void;
  /** Sends a message to a queue of the template, by its address. */
  send(queueUrl: string, message: unknown): Promise<void>;
};

/** How long a stop waits for work that runs: a killed invocation does no harm, it is taken up at the next start. */
const GRACE_MS = 5000;

/** Runs a template. What it opens is added to `closing`. Throws CannotStart when the template or a port prevents it. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, clock, front, closing, report } = options;
  const messaging = await startMessaging();
  closing.add('SQS and SNS', () => messaging.stop());
  const place: Place = {
    stackName: 'Bellwether',
    region: REGION,
    account: ACCOUNT,
    sqsEndpoint: messaging.url,
  };
  const plan = interpretTemplate(readTemplate(options.template), place);
  const { endpoints, clients, events, dataKey } = await startEngines(plan, { ...options, messaging });
  const alerts = alertQueue(place);
  const [functions] = await Promise.all([
    startFunctions(plan, { ...options, endpoints, clockOffsetMs: clock.offsetMs }),
    furnish(clients, plan, alerts.queue),
  ]);

  const fed = pollersOf(plan, { sqs: clients.sqs, functions, report });
  const invoke = alertReceiver(join(dataDir, 'alerts'), join(dataDir, 'mail'), options.say);
  const receiver = poller({ sqs: clients.sqs, ...alerts, invoke, report });
  const pollers = [receiver, ...fed.map((each) => each.poller)];
  closing.add('the pollers', () => withinGrace(Promise.all(pollers.map((each) => each.stop()))));
  const calm = calmOf({ sqs: clients.sqs, pollers, functions: [...functions.values()], events });
  await keepEvents({ clients, events, calm, plan, clock, dataDir, closing });
  receiver.start();
  for (const { entry, poller: each } of fed) if (!options.holdBack(entry)) each.start();

  const send = senderOf(clients);
  const scheduler = startScheduler(
    declared(plan, 'schedule'),
    clock,
    ({ queueArn }, body) => send(addressOf(plan, queueArn), body),
    report,
  );
  closing.add('the schedules', () => scheduler.stop());
  const gateway = gatewayOf(plan, functions, options.authorization);
  const api: Handle = (request, response) => serve(gateway, request, response);
  const { assembly } = options;
  const distribution = await distributionHandler({
    ...{ plan, assembly, api, s3Endpoint: endpoints.s3, region: REGION },
  });
  front.mount('/', distribution ?? api);
  closing.add('the HTTP front', () => front.stop(GRACE_MS));

  return {
    ...calm,
    plan,
    endpoints,
    clients,
    dataKey,
    functions,
    release() {
      for (const each of pollers) each.start();
    },
    send: (queueUrl, message) => send(queueUrl, JSON.stringify(message)),
  };
}

function senderOf({ sqs }: Clients) {
  return async (queueUrl: string, body: string): Promise<void> => {
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
  };
}

function addressOf(plan: Plan, queueArn: string): string {
  const found = declared(plan, 'queue').find(({ arn }) => arn === queueArn);
  if (!found) throw new Error(`The queue ${queueArn} is not in the template.`);
  return found.url;
}

function gatewayOf(
  plan: Plan,
  functions: ReadonlyMap<string, LocalFunction>,
  authorization: StackOptions['authorization'],
): Gateway {
  return {
    authorization,
    route: router(declared(plan, 'http-route'), declared(plan, 'http-integration')),
    invoke(name, event) {
      const called = functions.get(name);
      if (!called) throw new Error(`The HTTP API names the function ${name}, which is not in the template.`);
      return called.invoke(event);
    },
  };
}

async function withinGrace(work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, GRACE_MS);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}
