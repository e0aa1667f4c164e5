import { readExamples } from '../../shared/api/examples/examples.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { escaped, htmlOf } from '../markdown.ts';
import { staticPage } from '../static-page.ts';
import { type Described, describedSchema, operationsOf } from './described.ts';
import { routeSection } from './route-section.ts';

const HOW_TO_ASK = `
## How to ask

The requests below name the address of this system as \`$BELLWETHER\`. On your own machine it is \`http://127.0.0.1:8080\`, and no token is needed. Elsewhere, put a token of your council’s sign-in into \`$TOKEN\`.

- **Figures.** Shares and rates lie between 0 and 1: 0.0582 is 5.82%. Money is in pounds, and a deficit is negative. A \`value\` of \`null\` means that there is no figure, and \`status\` says why. It never means zero.
- **Lists** come as \`items\` and \`next\`. To read on, ask again with \`cursor\` set to what \`next\` said. \`limit\` says how many to get.
- **Tables.** Add \`Accept: text/csv\` for a table that a spreadsheet opens.
- **An earlier day.** \`asOf=2024-11-30\` answers with what was known at the end of that day.
- **Less.** \`fields=period,value\` leaves out everything else.
- **Nothing new.** Send the \`ETag\` of the last answer as \`If-None-Match\`. If nothing has changed you get 304 and no body.
- **Small numbers.** Without \`read-small-numbers\`, counts of fewer than ten pupils, and what would give them away, are \`null\` with the status \`c\`.
- **When it goes wrong** the answer says what is wrong and how to mend it, [in the same form everywhere](#refusals).

Answers below are real. They come from the sample council, with lists cut to two entries.
`;

/** The description of the API as a page for people, from the same document that programs read; `style` is its sheet. */
export async function apiPage(style: string): Promise<string> {
  const document = openApiDocument(routes, await readExamples());
  return staticPage({ title: 'The API', style, main: apiPageText(describedSchema.parse(document)) });
}

/** What stands between the head and the foot of the page. */
export function apiPageText(document: Described): string {
  const groups = document.tags
    .map((tag) => ({ ...tag, operations: operationsOf(document, tag.name) }))
    .filter(({ operations }) => operations.length > 0);
  const contents = groups.map(
    ({ name, operations }) =>
      `<li><a href="#${anchor(name)}">${escaped(name)}</a>\n<ul>${operations
        .map(
          ({ method, path, operationId }) =>
            `<li><a href="#${operationId}">${method} ${escaped(path.replace('/api/v1', ''))}</a></li>`,
        )
        .join('\n')}</ul></li>`,
  );
  const sections = groups.map(
    ({ name, description, operations }) =>
      `<h2 id="${anchor(name)}">${escaped(name)}</h2>\n<p>${escaped(description)}.</p>\n${operations
        .map((operation) => routeSection(operation, document))
        .join('\n')}`,
  );
  return `<h1>The API</h1>
<p class="lead">Everything that Bellwether’s pages show, as data for your own programs. Programs can read this description as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${htmlOf(HOW_TO_ASK)}
<nav class="api-contents" aria-labelledby="routes">
<h2 id="routes">All routes</h2>
<ul>${contents.join('\n')}</ul>
</nav>
${sections.join('\n')}
${refusals(document)}`;
}

function refusals({ components }: Described): string {
  const shown = Object.entries(components.examples ?? {}).map(
    ([name, { value }]) =>
      `<h3 id="${escaped(name)}">${escaped(name.replace('problem-', ''))}</h3>\n<pre tabindex="0" aria-label="${escaped(name)}"><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`,
  );
  return `<h2 id="refusals">Refusals</h2>\n<p>Every refusal has the media type <code>application/problem+json</code> (RFC 9457). <code>detail</code> is a sentence for people; <code>errors</code> names the fields that are wrong.</p>\n${shown.join('\n')}`;
}

function anchor(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
