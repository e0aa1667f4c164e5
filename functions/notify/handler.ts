import * as z from 'zod';
import { notifyArea } from '../../shared/notify/notify-area.ts';
import { runStore } from '../../shared/store/runs.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { publish } from '../clients/topics.ts';
import { optional } from '../environment.ts';
import { log } from '../logger.ts';
import { count } from '../metrics.ts';
import { queueHandler } from '../queue-handler.ts';

const ports = { runs: runStore(table), publish };

/** An area with runs whose messages may not be sent yet; `again` sends all from the first run on. */
const notifyMessage = z.object({ area: z.string(), again: z.boolean().default(false) });

/** Sends what committed runs have to say. */
export const handler = queueHandler(
  ({ body }) => [JSON.stringify(notifyMessage.parse(JSON.parse(body)))],
  async (thing) => {
    const { area, again } = notifyMessage.parse(JSON.parse(thing));
    // First: topics that cannot be used must not keep the webhook from its messages.
    const webhook = optional('WEBHOOK_QUEUE_URL');
    if (webhook !== undefined) await sendMessage(webhook, { area }, area);
    const sent = await notifyArea(area, again, ports);
    if (sent > 0) log('notified', { area, sent });
    count('MessagesSent', sent);
  },
);
