import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Clock } from '../../shared/clock.ts';
import { corsOf, dispatch } from './dispatch.ts';
import { isRefusal, type Refusal, refuse } from './protocol/refusal.ts';
import { type Reply, refusalReply } from './protocol/reply.ts';
import { readRequest } from './protocol/request.ts';
import { send } from './send.ts';
import type { Service } from './service.ts';
import { storageRefusal } from './store/storage-refusal.ts';

export type AnswerOptions = {
  readonly service: Service;
  readonly wallClock: Clock;
  /** The name that the server listens under. */
  readonly host: string;
  /** True once the server takes no more connections: those there are end with their answer. */
  readonly isStopping: () => boolean;
  readonly report: (error: unknown) => void;
};

/** Answers one request, whatever happens in it. Never throws. */
export async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  beginBody: () => void,
  options: AnswerOptions,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const request = foreignHost(message, options.host) ?? readRequest(message, beginBody);
  const result = isRefusal(request)
    ? request
    : await guarded(options, () => dispatch(options.service, request, options.wallClock.now()));
  const reply = isRefusal(result)
    ? refusalReply(result, (message.url ?? '/').replace(/\?.*$/s, ''), requestId)
    : result;
  const headers = {
    ...reply.headers,
    ...(isRefusal(request) ? {} : corsOf(options.service, request)),
    ...(options.isStopping() ? { connection: 'close' } : {}),
    'x-amz-request-id': requestId,
    server: 'Bellwether S3',
  };
  try {
    await send(message, response, { ...reply, headers });
  } catch (error) {
    options.report(error);
    response.destroy();
  }
}

/** Turns what the disk refuses into an answer; anything else thrown is a bug, reported and answered as 500. */
async function guarded(
  { report }: AnswerOptions,
  run: () => Promise<Reply | Refusal>,
): Promise<Reply | Refusal> {
  try {
    return await run();
  } catch (error) {
    report(error);
    return (
      storageRefusal(error) ?? refuse('InternalError', 'We encountered an internal error. Please try again.')
    );
  }
}

/**
 * Refuses names that are not this machine's: a web page whose name was pointed at loopback (DNS rebinding), and
 * `bucket.localhost`, which would be read as a path without its bucket.
 */
function foreignHost({ headers }: IncomingMessage, own: string): Refusal | null {
  const name = (headers.host ?? own).replace(/:\d+$/, '').toLowerCase();
  if (name === own || name === 'localhost' || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0) return null;
  return name.endsWith('.localhost') || name.endsWith(`.${own}`)
    ? refuse(
        'InvalidRequest',
        `This S3 takes path-style addresses only, not ${name}: set forcePathStyle to true.`,
      )
    : refuse('AccessDenied', `This S3 answers to ${own} and localhost, not to ${name}.`);
}
