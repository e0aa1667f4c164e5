import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { type Answer, ask, askAll, type List } from './ask.ts';
import type { Answers, Item } from './described.ts';
import type { Feed } from './mappings.ts';
import { below, type DropItem, query } from './questions.ts';
import type { Report } from './try-file.ts';

export type Finding = Item<'GET /areas/{area}/data-quality'>;
export type DueDays = Answers['GET /areas/{area}/due-days/{feed}'];

/** The feeds of which files are awaited. */
const AWAITED = ['send-monthly', 'send-breakdown', 'finance-monthly'] as const;

/** All that the page of files shows. */
export type FilesAnswers = {
  readonly summary: Answer<Summary>;
  readonly drops: Answer<List<DropItem>>;
  readonly findings: Answer<List<Finding>>;
  readonly feeds: Answer<List<Feed>>;
  /** Of each feed that is awaited. */
  readonly due: readonly Answer<DueDays>[];
};

/** Asks for the files of a council, those that are late and due, and what looks odd in those that came. */
export async function askFilesPage(area: string, asOf: string | undefined): Promise<FilesAnswers> {
  const [summary, drops, findings, feeds, due] = await Promise.all([
    ask<Summary>(`${below(area)}/summary${query({ asOf })}`),
    askDrops(area, asOf),
    askAll<Finding>(`${below(area)}/data-quality${query({ limit: '200', asOf })}`),
    askFeeds(),
    Promise.all(AWAITED.map((feed) => ask<DueDays>(`${below(area)}/due-days/${feed}`))),
  ]);
  return { summary, drops, findings, feeds, due };
}

/** A page of files, the newest first. */
export function askDrops(
  area: string,
  asOf: string | undefined,
  cursor?: string,
): Promise<Answer<List<DropItem>>> {
  return ask(`${below(area)}/drops${query({ limit: '50', cursor, asOf })}`);
}

/** Every version of one file, the newest first. */
export function askDropsOf(
  area: string,
  key: string,
  asOf: string | undefined,
): Promise<Answer<List<DropItem>>> {
  return askAll(`${below(area)}/drops${query({ limit: '200', key, asOf })}`);
}

/** What became of one version of a file. */
export function askReport(area: string, drop: string, asOf: string | undefined): Promise<Answer<Report>> {
  return ask(`${below(area)}/drops/${encodeURIComponent(drop)}${query({ asOf })}`);
}

/** Every feed with its columns. */
export function askFeeds(): Promise<Answer<List<Feed>>> {
  return askAll('/feeds?limit=200');
}
