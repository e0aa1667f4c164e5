import * as z from 'zod';
import { deliveryStore } from '../../shared/store/deliveries.ts';
import { runStore } from '../../shared/store/runs.ts';
import { deliverArea } from '../../shared/webhook/deliver-area.ts';
import { table } from '../clients/table.ts';
import { clock } from '../clock.ts';
import { log } from '../logger.ts';
import { queueHandler } from '../queue-handler.ts';
import { poster } from './post.ts';
import { webhookTarget } from './target.ts';

const runs = runStore(table);
const deliveries = deliveryStore(table);
const real = { now: () => new Date() };

/** An area with runs whose messages may not be posted yet. */
const areaMessage = z.object({ area: z.string() });

/** Posts what committed runs have to say to the webhook. */
export const handler = queueHandler(
  ({ body }) => [areaMessage.parse(JSON.parse(body)).area],
  async (area) => {
    const target = await webhookTarget();
    const refused = (id: string) => log('post-refused', { area, id });
    const ports = { runs, deliveries, target, post: poster(target.url), clock, real, refused };
    const posted = await deliverArea(area, ports);
    if (posted > 0) log('posted', { area, posted });
  },
);
