import { type Answer, ask, type List } from './ask.ts';
import { below, type DropItem } from './questions.ts';
import type { ChosenFile, Report } from './try-file.ts';

/** How far a file has come: `share` of its bytes are sent, 0–1. */
export type Progress =
  | { readonly step: 'sending'; readonly share: number }
  | { readonly step: 'received' | 'reading' | 'retrying' };

type UploadAddress = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
};

const ASK_EVERY_MS = 500;
const PATIENCE_MS = 120_000;

/** Sends a file to the council's drops and waits until it was read; `tell` is told how far it has come. */
export async function sendFile(
  { area, file, knownAt }: ChosenFile,
  feed: string,
  tell: (progress: Progress) => void,
): Promise<Answer<Report>> {
  tell({ step: 'sending', share: 0 });
  const before = await newest(area, `${area}/${feed}/${file.name}`);
  if (before.kind === 'failed') return before;
  const address = await ask<UploadAddress>(`${below(area)}/uploads`, {
    method: 'POST',
    body: { feed, filename: file.name, ...(knownAt !== undefined && { knownAt }) },
  });
  if (address.kind === 'failed') return address;
  const status = await put(address.body, file, (share) => tell({ step: 'sending', share }));
  if (status !== 200) return { kind: 'failed', status, detail: notStored(status) };
  tell({ step: 'received' });
  return await reportOf(area, address.body.key, before.body.items[0]?.id, tell);
}

/** The status that the bucket answered; null when it could not be reached. Bytes are told as they leave. */
function put(
  { url, headers }: UploadAddress,
  file: File,
  sent: (share: number) => void,
): Promise<number | null> {
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      sent(total === 0 ? 1 : loaded / total),
    );
    request.addEventListener('load', () => resolve(request.status));
    for (const failure of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(failure, () => resolve(null));
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(file);
  });
}

function notStored(status: number | null): string {
  return status === 403
    ? 'The address that it was sent to is no longer good: it is for 15 minutes. Send the file again.'
    : `The file did not arrive (${status === null ? 'no answer' : `the store answered ${status}`}). Check your connection and send it again; nothing of it is used so far.`;
}

function newest(area: string, key: string): Promise<Answer<List<DropItem>>> {
  return ask(`${below(area)}/drops?limit=1&key=${encodeURIComponent(key)}`);
}

/** Waits for a drop of this key that was not there before, and until it was read. */
async function reportOf(
  area: string,
  key: string,
  before: string | undefined,
  tell: (progress: Progress) => void,
): Promise<Answer<Report>> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const listed = await newest(area, key);
    if (listed.kind === 'failed') return listed;
    const drop = listed.body.items[0];
    if (drop && drop.id !== before) {
      if (drop.state === 'processing') tell({ step: 'reading' });
      else if (drop.state === 'failed') tell({ step: 'retrying' });
      else if (drop.state !== 'received')
        return await ask<Report>(`${below(area)}/drops/${encodeURIComponent(drop.id)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return { kind: 'failed', status: null, detail: NOT_YET };
}

const NOT_YET =
  'The file has arrived and has not been read yet. Nothing is lost: look at the list below in a few minutes.';
