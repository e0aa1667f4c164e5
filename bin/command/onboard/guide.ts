import { areaByCode } from '../../../shared/catalogue/areas.ts';
import { feedById } from '../../../shared/catalogue/feeds/feeds.ts';
import { dueFeeds, usualDueDays } from '../../../shared/recompute/due-days.ts';
import type { Answers } from './answers.ts';

/** Where a council's files go. */
export type Destination = {
  /** Address of the dashboard and its API, without a slash at the end. */
  readonly url: string;
  readonly bucket: string;
  readonly region: string;
  /** Only on one machine: the address of its S3. */
  readonly s3Url?: string;
};

/**
 * The guide to sending files for one council: docs/mis-guide.md with its code, feeds, headings, days and addresses
 * filled in. Throws when the guide is not laid out as this expects.
 */
export function councilGuide(guide: string, answers: Answers, to: Destination): string {
  const { area, feeds } = answers;
  const name = areaByCode(area)?.name ?? area;
  const [first = { feed: 'send-monthly' }] = feeds;
  const own = guide
    .replaceAll('E06000054', area)
    .replaceAll('send-monthly', first.feed)
    // The guide goes to people who have no copy of the other pages.
    .replaceAll(/\[([^\]]+)\]\((?!#)[^)]+\)/g, '$1');
  return replaced(
    replaced(own, /^# .*$/m, `# Sending files from ${name}\n\n${ownFiles(answers)}`),
    /^\| variable \|(?:.*\n)+?(?=\n)/m,
    `${addresses(to)}\n`,
  );
}

function replaced(text: string, place: RegExp, by: string): string {
  if (!place.test(text)) throw new Error(`Cannot fill in docs/mis-guide.md: it has no ${String(place)}`);
  return text.replace(place, () => by);
}

function ownFiles({ area, feeds }: Answers): string {
  const rows = feeds.map(({ feed, columns, due }) => {
    const title = feedById(feed)?.title ?? feed;
    const own = Object.entries(columns).map(([heading, column]) => `“${heading}” is \`${column}\``);
    return `| ${title} | \`${area}/${feed}/\` | ${dueText(feed, due)} | ${own.length === 0 ? 'as in the template' : own.join('; ').replaceAll('|', '\\|')} |`;
  });
  return [
    'What you send, where it goes, and when it is due:',
    '',
    '| file | folder of its key | due | your own headings |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function dueText(feed: string, own: Answers['feeds'][number]['due']): string {
  const awaited = dueFeeds.find((each) => each === feed);
  const due = own ?? (awaited && usualDueDays[awaited]);
  if (due === undefined || due.workingDays === null) return 'when there is something new';
  const every = due.every === 1 ? 'month' : 'quarter';
  return `each ${every}, by working day ${due.workingDays} after its end; a late file is reported ${due.grace} working days after that`;
}

function addresses({ url, bucket, region, s3Url }: Destination): string {
  const rows = [
    ['API', url],
    ['TOKEN', s3Url === undefined ? 'your token' : 'none is needed: leave out the header `authorization`'],
    ['BUCKET', bucket],
    ['AWS_REGION', region],
    [
      'AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY',
      s3Url === undefined ? 'or whatever else your AWS set-up uses' : 'any',
    ],
    ['AWS_ENDPOINT_URL', s3Url ?? 'leave it unset'],
  ];
  return ['| variable | is |', '|---|---|', ...rows.map(([name, is]) => `| \`${name}\` | ${is} |`)].join(
    '\n',
  );
}
