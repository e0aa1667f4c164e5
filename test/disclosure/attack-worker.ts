import { parentPort } from 'node:worker_threads';
import * as z from 'zod';
import { attack } from './campaign.ts';

const batchSchema = z.object({ first: z.number(), count: z.number() });

parentPort?.on('message', (message: unknown) => {
  const { first, count } = batchSchema.parse(message);
  parentPort?.postMessage(attack(first, count));
});
