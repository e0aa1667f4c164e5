import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import type { Outcome } from '../functions/instance.ts';
import { readAlert } from './alert-text.ts';
import { alertFileName } from './file-name.ts';

const batch = z.object({ Records: z.array(z.object({ body: z.string() })) });

/**
 * Takes batches of the queue that all topics deliver to, in the place of e-mail and pager: each message becomes a file
 * in `folder`, named by its id, and a line through `say`. A message that is there already is a second delivery and is
 * left alone.
 */
export function alertReceiver(
  folder: string,
  say: (text: string) => void,
): (event: unknown) => Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  return (event) => {
    for (const { body } of batch.parse(event).Records) keep(body);
    return Promise.resolve({ kind: 'answered', result: null });
  };

  function keep(body: string): void {
    const message = parseJson(body);
    const alert = readAlert(message);
    const id = alert?.id ?? `unread-${createHash('sha256').update(body).digest('hex').slice(0, 24)}`;
    const file = join(folder, alertFileName(id));
    if (existsSync(file)) return;
    writeFileAtomically(file, `${JSON.stringify(message ?? body, null, 2)}\n`);
    say(alert?.text ?? `A message that is no alert was kept as ${file}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
