import { type ExitCode, exit, type Voice } from './run.ts';

export const sweepUsage = `Usage: npm run sweep [-- --stage NAME]

Starts the hourly sweep now: every file that was put and not taken is taken, every alert not sent is sent.

  --stage NAME     on a deployed stage, with the AWS credentials in use

Exit code 0: started · 1: it could not be started · 2: not understood`;

export const sweepFlags = ['stage'] as const;
export type SweepFlag = (typeof sweepFlags)[number];

export type SweepDeps = {
  /** Puts a message into the queue of ingest. */
  readonly send: (message: unknown) => Promise<void>;
  /** Name of the system in messages. */
  readonly place: string;
  readonly voice: Voice;
};

/** Asks ingest for what the schedule asks it every hour. Twice does no harm. Throws what the queue throws. */
export async function sweepNow({ send, place, voice }: SweepDeps): Promise<ExitCode> {
  await send({ sweep: true });
  voice.out(
    `The sweep of ${place} has been started. It goes on by itself; npm run doctor says what is left over.`,
  );
  return exit.done;
}
