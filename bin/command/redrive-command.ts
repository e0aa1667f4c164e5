import { type Letter, type QueueName, subjectsOf } from './letter.ts';
import { counted, plain } from './plain.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

export const redriveUsage = `Usage: npm run redrive -- --queue ingest|recompute|notify|webhook [--yes] [--stage NAME]

Shows what lies in the dead-letter queue of a part and what would come of it; puts it back only when told.

  --queue NAME     ingest, recompute, notify or, where one is settled, webhook
  --yes            put it back without asking
  --stage NAME     on a deployed stage, with the AWS credentials in use

Exit code 0: shown, or put back · 1: it could not be done, or not all of it · 2: not understood`;

export const redriveFlags = ['queue', 'yes', 'stage'] as const;
export type RedriveFlag = (typeof redriveFlags)[number];

/** A dead-letter queue whose letters are held while they are looked at, so that nobody else takes them. */
export type DeadLetterQueue = {
  /** Takes every letter that can be had, each once. */
  take(): Promise<readonly Letter[]>;
  /** Sends the letter into the queue that it came from, then deletes it here: twice at worst, lost never. */
  putBack(letter: Letter): Promise<void>;
  /** Lets the letters be seen by others again. */
  release(letters: readonly Letter[]): Promise<void>;
};

export type RedriveDeps = {
  readonly queue: DeadLetterQueue;
  /** Name of the system in messages. */
  readonly place: string;
  readonly progress: Progress;
  readonly voice: Voice;
  /** Whether to go on; asked only when there is something to put back. */
  readonly confirm: () => Promise<boolean>;
};

const consequence = {
  ingest:
    'Ingest takes every version of these files that is not finished. What is finished already stays as it is.',
  recompute:
    'Recompute runs for these areas. Where nothing has changed since the last run, none is made and nobody is alerted.',
  notify:
    'Notify sends what runs of these areas have not sent yet, in order. What was sent already is not sent again.',
  webhook:
    'The webhook is posted what it has not taken yet of these areas, in order. What it took is not posted again.',
} as const satisfies Record<QueueName, string>;

/** Shows the dead letters of a queue and, when confirmed, puts each back. Throws what the queue throws. */
export async function redrive(name: QueueName, deps: RedriveDeps): Promise<ExitCode> {
  const { queue, place, progress, voice, confirm } = deps;
  progress.show(`Looking at the dead letters of ${name} on ${place}`);
  const letters = (await queue.take()).toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  progress.clear();
  const [oldest] = letters;
  if (oldest === undefined) {
    voice.out(`There are no dead letters of ${name} on ${place}.`);
    return exit.done;
  }
  const left = new Set(letters);
  try {
    voice.out(
      `${counted(letters.length, 'dead letter')} of ${name} on ${place}, the oldest first sent ${oldest.sentAt}:`,
    );
    for (const { id, sentAt, body } of letters) {
      voice.out(`  ${sentAt}  ${plain(id)}  ${subjectsOf(body).map(plain).join(', ')}`);
    }
    voice.out(consequence[name]);
    if (!(await confirm())) {
      voice.out('Nothing was put back. With --yes it is.');
      return exit.done;
    }
    for (const letter of letters) {
      await queue.putBack(letter);
      left.delete(letter);
      progress.show(`Putting back`, `${letters.length - left.size} of ${letters.length}`);
    }
    progress.clear();
    voice.out(`${counted(letters.length, 'letter')} put back into the queue of ${name}.`);
    return exit.done;
  } finally {
    progress.clear();
    if (left.size > 0) await queue.release([...left]);
  }
}
