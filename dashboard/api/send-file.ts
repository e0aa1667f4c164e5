import { type Answer, ask, detailOf } from './ask.ts';
import type { DropItem, List } from './questions.ts';

/** A file that a reader has chosen, and what it is. */
export type ChosenFile = {
  readonly area: string;
  readonly feed: string;
  readonly file: File;
  /** The day on which its figures were known; undefined: now. */
  readonly knownAt: string | undefined;
};

/** The report of a file, with what is wrong in it. */
export type Report = DropItem & {
  readonly problems: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
  }[];
};

type UploadAddress = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly key: string;
};

const ASK_EVERY_MS = 500;
const PATIENCE_MS = 120_000;

/** Sends a file to the council's drops and waits until it was read; `say` is told of each step. */
export async function sendFile(chosen: ChosenFile, say: (step: string) => void): Promise<Answer<Report>> {
  const { area, feed, file, knownAt } = chosen;
  const at = `/areas/${encodeURIComponent(area)}`;
  say(`Asking where to send ${file.name}…`);
  const newest = await newestDrop(at, `${area}/${feed}/${file.name}`);
  const address = await ask<UploadAddress>(`${at}/uploads`, {
    method: 'POST',
    body: { feed, filename: file.name, ...(knownAt !== undefined && { knownAt }) },
  });
  if (address.kind === 'failed') return address;
  const { url, method, headers, key } = address.body;
  say(`Sending ${file.name}…`);
  try {
    const sent = await fetch(url, { method, headers, body: file });
    if (!sent.ok) return { kind: 'failed', status: sent.status, detail: await detailOf(sent) };
  } catch {
    return { kind: 'failed', status: null, detail: null };
  }
  say(`${file.name} has arrived. It is being read…`);
  return await reportOf(at, key, newest);
}

async function newestDrop(at: string, key: string): Promise<string | undefined> {
  const listed = await ask<List<DropItem>>(`${at}/drops?limit=1&key=${encodeURIComponent(key)}`);
  return listed.kind === 'ok' ? listed.body.items[0]?.id : undefined;
}

/** Waits for a drop of this key that was not there before, and until it was read. */
async function reportOf(at: string, key: string, before: string | undefined): Promise<Answer<Report>> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const listed = await ask<List<DropItem>>(`${at}/drops?limit=1&key=${encodeURIComponent(key)}`);
    if (listed.kind === 'failed') return listed;
    const drop = listed.body.items[0];
    const read = drop && drop.id !== before && !['received', 'processing', 'failed'].includes(drop.state);
    if (read) return await ask<Report>(`${at}/drops/${encodeURIComponent(drop.id)}`);
    if (Date.now() > until)
      return {
        kind: 'failed',
        status: null,
        detail:
          'The file has arrived and has not been read yet. Nothing is lost: look at the list below in a few minutes.',
      };
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
