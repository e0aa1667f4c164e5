import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FilePart, Reply } from './protocol/reply.ts';

/** Writes a reply. Resolves when it is out, or the client gone. */
export async function send(message: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const { body, status, headers } = reply;
  if (body.kind === 'file') {
    response.writeHead(status, headers);
    return await sendFile(response, body);
  }
  const text = body.kind === 'text' ? body.text : '';
  const length = body.kind === 'text' || status === 200 ? { 'content-length': Buffer.byteLength(text) } : {};
  // What is left of a body that was refused would be taken for the next request.
  const unread = !message.complete;
  response.writeHead(status, { ...length, ...headers, ...(unread ? { connection: 'close' } : {}) });
  if (unread) await sendAheadOfBody(message, response, text);
  response.end(unread || message.method === 'HEAD' ? undefined : text);
}

async function sendFile(response: ServerResponse, { handle, start, length }: FilePart): Promise<void> {
  try {
    const bytes = handle.createReadStream({ start, end: start + length - 1, autoClose: false });
    await pipeline(bytes, response);
  } catch (error) {
    // The client went away: nobody is left to tell.
    if (!response.destroyed) throw error;
  } finally {
    await handle.close();
  }
}

const drainMs = 2000;

/**
 * Sends the whole answer, and only then lets the connection end: closed with the client still sending, it would be
 * reset, and the client would never see the answer. What the client sends meanwhile is read and dropped.
 */
function sendAheadOfBody(message: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed || message.destroyed) return resolve();
    const enough = setTimeout(resolve, drainMs);
    const done = (): void => {
      clearTimeout(enough);
      resolve();
    };
    message.once('end', done);
    message.once('error', done);
    response.once('close', done);
    if (text !== '' && message.method !== 'HEAD') response.write(text);
    else response.flushHeaders();
    message.resume();
  });
}
