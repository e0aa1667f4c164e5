import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deadLetterQueue } from '../../bin/command/dead-letter-queue.ts';
import { type Letter, type QueueName, subjectsOf } from '../../bin/command/letter.ts';
import { type DeadLetterQueue, redrive } from '../../bin/command/redrive-command.ts';
import { sqsClient } from '../../local/engines/endpoints.ts';
import type { Engine } from '../../local/engines/engine.ts';
import { startMessaging } from '../../local/engines/messaging.ts';
import { recorder, silent } from './fakes.ts';

const area = 'E06000054';
const event = (...keys: string[]) => ({ Records: keys.map((key) => ({ s3: { object: { key } } })) });

describe('a dead letter says what it is about', () => {
  test.each([
    [event(`${area}/send-monthly/May+2024%2B1.csv`), [`file ${area}/send-monthly/May 2024+1.csv`]],
    [event('a/b/c.csv', 'a/b/d.csv'), ['file a/b/c.csv', 'file a/b/d.csv']],
    [event('a/b/100%.csv'), ['file a/b/100%.csv']],
    [{ key: 'a/b/c.csv' }, ['file a/b/c.csv']],
    [{ sweep: true }, ['sweep']],
    [{ sweep: true, folder: 'a/' }, ['sweep of a/']],
    [{ area }, [`area ${area}`]],
    [{ area: '*' }, ['every area']],
    [{ area, again: true }, [`area ${area}`]],
  ])('%j', (body, subjects) => {
    expect(subjectsOf(JSON.stringify(body))).toEqual(subjects);
  });

  test.each(['not JSON 5017', '{"ehcp_active":5017}', '5017', '{"Records":[]}'])(
    'and nothing of what is none of ours: %s',
    (body) => {
      expect(subjectsOf(body).join()).not.toMatch(/5017|ehcp/);
      expect(subjectsOf(body)).toHaveLength(1);
    },
  );
});

describe('on a real queue', () => {
  let engine: Engine;
  let sqs: SQSClient;
  let number = 0;
  let urls: { url: string; deadLettersUrl: string };

  beforeAll(async () => {
    engine = await startMessaging();
    sqs = sqsClient(engine.url);
  });
  afterAll(async () => {
    sqs.destroy();
    await engine.stop();
  });
  beforeEach(async () => {
    number += 1;
    const address = async (name: string) => {
      await sqs.send(new CreateQueueCommand({ QueueName: name }));
      return `${engine.url}/000000000000/${name}`;
    };
    urls = { url: await address(`work-${number}`), deadLettersUrl: await address(`dead-${number}`) };
  });

  async function lying(url: string): Promise<number> {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages);
  }

  async function given(...bodies: unknown[]): Promise<void> {
    for (const body of bodies) {
      const MessageBody = JSON.stringify(body);
      await sqs.send(new SendMessageCommand({ QueueUrl: urls.deadLettersUrl, MessageBody }));
    }
  }

  async function redriven(yes: boolean, name: QueueName = 'recompute', queue?: DeadLetterQueue) {
    const { voice, out } = recorder();
    const asked: string[] = [];
    const code = await redrive(name, {
      queue: queue ?? deadLetterQueue(sqs, urls),
      place: 'this machine',
      progress: silent,
      voice,
      confirm: () => {
        asked.push('asked');
        return Promise.resolve(yes);
      },
    });
    return { code, out: out.join('\n'), asked: asked.length };
  }

  test('nothing there is said, and nothing asked', async () => {
    expect(await redriven(true)).toEqual({
      code: 0,
      out: 'There are no dead letters of recompute on this machine.',
      asked: 0,
    });
  });

  test('without a yes they are shown, and lie there as before', async () => {
    await given({ area }, { area: '_shared' });
    const { code, out } = await redriven(false);
    expect(code).toBe(0);
    expect(out).toMatch(/^2 dead letters of recompute on this machine, the oldest first sent \d{4}-/);
    expect(out).toContain(`area ${area}`);
    expect(out).toContain('area _shared');
    expect(out).toContain('--yes');
    expect(await lying(urls.deadLettersUrl)).toBe(2);
    expect(await lying(urls.url)).toBe(0);
  });

  test('with a yes every one goes back as it was, more than a page of them too', async () => {
    const bodies = Array.from({ length: 23 }, (_, at) => ({ key: `${area}/send-monthly/${at}.csv` }));
    await given(...bodies);
    const { out } = await redriven(true, 'ingest');
    expect(out).toContain('23 letters put back into the queue of ingest.');
    expect(await lying(urls.deadLettersUrl)).toBe(0);
    const back: unknown[] = [];
    while (back.length < bodies.length) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: urls.url, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) break;
      back.push(...Messages.map(({ Body = '' }) => JSON.parse(Body)));
    }
    expect(back).toHaveLength(bodies.length);
    expect(back).toEqual(expect.arrayContaining(bodies));
  });

  test('a failure on the way loses none: what was not put back lies there again', async () => {
    await given({ area: 'a' }, { area: 'b' }, { area: 'c' });
    const real = deadLetterQueue(sqs, urls);
    let calls = 0;
    const failing: DeadLetterQueue = {
      ...real,
      putBack(letter: Letter) {
        calls += 1;
        return calls === 2 ? Promise.reject(new Error('throttled')) : real.putBack(letter);
      },
    };
    await expect(redriven(true, 'recompute', failing)).rejects.toThrow('throttled');
    expect(await lying(urls.url)).toBe(1);
    expect(await lying(urls.deadLettersUrl)).toBe(2);
  });
});
