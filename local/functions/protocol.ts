import * as z from 'zod';

/** What a worker is told when it is made. */
export type WorkerSettings = {
  /** `file:` address of the handler's source. */
  readonly source: string;
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  /** Folder in which what is compiled is kept. */
  readonly compiled?: string | undefined;
};

/** One invocation. The event travels as JSON text, as it does to Lambda. */
export type InvokeMessage = {
  readonly requestId: string;
  readonly event: string;
  /** Real time, milliseconds since 1970, at which the function is stopped. */
  readonly deadline: number;
};

const failure = z.object({ errorType: z.string(), errorMessage: z.string(), stack: z.string().optional() });

/** What a function threw. */
export type FunctionFailure = z.infer<typeof failure>;

/** What a worker says: that its source is loaded or cannot be, and how an invocation ended (`result` is JSON text). */
export const workerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('not-loaded'), failure }),
  z.object({ kind: z.literal('answered'), requestId: z.string(), result: z.string() }),
  z.object({ kind: z.literal('failed'), requestId: z.string(), failure }),
]);
export type WorkerMessage = z.infer<typeof workerMessage>;

export const invokeMessage = z.object({ requestId: z.string(), event: z.string(), deadline: z.number() });

export const workerSettings = z.object({
  source: z.string(),
  handler: z.string(),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMb: z.number(),
  compiled: z.string().optional(),
});

/** A thrown value in Lambda's form. */
export function failureOf(thrown: unknown): FunctionFailure {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown) };
  return {
    errorType: thrown.name,
    errorMessage: thrown.message,
    ...(thrown.stack !== undefined && { stack: thrown.stack }),
  };
}
