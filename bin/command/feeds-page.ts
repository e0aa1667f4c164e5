import { columnTakes } from '../../shared/catalogue/column-content.ts';
import { filledIn } from '../../shared/catalogue/feed-template.ts';
import type { FeedColumn, FeedDefinition } from '../../shared/catalogue/feeds/feed.ts';

/** The page about all feeds, docs/feeds.md, from the definitions by which files are read. */
export function feedsPage(feeds: readonly FeedDefinition[]): string {
  const contents = feeds.map(({ id, title }) => `- [${title}](#${id}): \`${id}\``);
  return [INTRODUCTION, contents.join('\n'), ...feeds.map(section), ''].join('\n\n').trimEnd().concat('\n');
}

const INTRODUCTION = `# The feeds, column by column

<!-- Written by \`npm exec -- node bin/document-feeds.ts\` from shared/catalogue/feeds/: change it there. -->

What may stand in a file of each feed. How files are put, corrected and reported on is in [dropping files](dropping-files.md). Under every heading, case, spacing and punctuation do not matter: \`No. of EHCPs\` and \`no of ehcps\` are the same. A council whose system has other headings says so once, with a [mapping](api.md#saying-what-your-headings-mean). The same list is answered by \`GET /api/v1/feeds\`.

In the examples, what stands in angle brackets is to be replaced; dropped as they are, they store nothing.`;

function section(feed: FeedDefinition): string {
  const { id, title, description, shape, shared, columns } = feed;
  const key = `\`AREA/${id}/anything.csv\`${shared ? ` or \`_shared/${id}/anything.csv\`` : ''}`;
  return [
    `## ${id}`,
    `**${title}.** ${description}`,
    `${ROWS[shape]} Key: ${key}.${shape === 'open-data' ? '' : ` Template: \`npm run --silent template -- ${id} > file.csv\`.`}`,
    table(columns),
    ...(filledIn([feed]).length === 0 ? [] : [`\`\`\`csv\n${exampleOf(feed)}\`\`\``]),
  ].join('\n\n');
}

const ROWS = {
  wide: 'A row is a month, a column a metric; a wrong cell costs that cell.',
  tidy: 'A row is a figure; anything wrong costs the row.',
  register: 'A row is an entry, at one update where there are updates; anything wrong costs the row.',
  'open-data': 'A file is taken as it was published; its header says what it holds.',
} as const satisfies Record<FeedDefinition['shape'], string>;

function table(columns: readonly FeedColumn[]): string {
  const rows = columns.map((column) => {
    const { takes, words } = columnTakes(column);
    const limited = words.length === 0 ? takes : `${takes}: ${words.map(code).join(', ')}`;
    const { name, description, required, variants } = column;
    return [code(name), description, limited, required ? 'yes' : '', variants.join('; ')];
  });
  const head = ['column', 'meaning', 'takes', 'required', 'also recognised'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

/** The header and a row that says what belongs in it, and that no reading takes for figures. */
export function exampleOf({ columns }: FeedDefinition): string {
  const names = columns.map(({ name }) => name).join(',');
  const row = columns
    .map((column) => `<${(columnTakes(column).takes.split(/[:;,]/)[0] ?? '').trim()}>`)
    .join(',');
  return `${names}\n${row}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}
