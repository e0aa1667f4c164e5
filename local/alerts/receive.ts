import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import type { Outcome } from '../functions/instance.ts';
import { readAlert } from './alert-text.ts';
import { alertFileName } from './file-name.ts';
import { mailText } from './mail-text.ts';

const batch = z.object({ Records: z.array(z.object({ body: z.string() })) });

/**
 * Takes batches of the queue that all topics deliver to, in the place of e-mail and pager: each message becomes a file
 * in `folder`, named by its id, its mail one in `mails`, and a line through `say`. A message that is there already is a second delivery and is
 * left alone.
 */
export function alertReceiver(
  folder: string,
  mails: string,
  say: (text: string) => void,
): (event: unknown) => Promise<Outcome> {
  for (const each of [folder, mails]) mkdirSync(each, { recursive: true });
  return (event) => {
    for (const { body } of batch.parse(event).Records) keep(body);
    return Promise.resolve({ kind: 'answered', result: null });
  };

  function keep(body: string): void {
    const message = unwrapped(parseJson(body));
    const alert = readAlert(message);
    const id = alert?.id ?? `unread-${createHash('sha256').update(body).digest('hex').slice(0, 24)}`;
    const file = join(folder, alertFileName(id));
    if (existsSync(file)) return;
    const mail = mailText(message);
    // Before the message: what is there is left alone.
    if (mail !== undefined) writeFileAtomically(join(mails, alertFileName(id).replace(/json$/, 'txt')), mail);
    writeFileAtomically(file, `${JSON.stringify(message ?? body, null, 2)}\n`);
    say(alert?.text ?? `A message that is no alert was kept as ${file}`);
  }
}

/** SNS gives each kind of receiver its own text; the engine here hands on all of them. */
function unwrapped(message: unknown): unknown {
  const wrapped = z.strictObject({ default: z.string(), email: z.string() }).safeParse(message);
  return wrapped.success ? parseJson(wrapped.data.default) : message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
