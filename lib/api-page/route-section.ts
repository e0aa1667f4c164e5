import { escaped } from '../markdown.ts';
import { answersOf, type Described, type DescribedContent, type Operation } from './described.ts';
import { parameterTable } from './parameter-words.ts';

/** One route: what it answers, who may ask, its parameters, a request to copy and what was answered to it. */
export function routeSection(operation: Operation, document: Described): string {
  const { method, path, summary, description, operationId, parameters, requestBody } = operation;
  const answers = answersOf(operation);
  const name = `${method} ${path}`;
  return `<section class="api-route" aria-labelledby="${operationId}">
<h3 id="${operationId}"><span class="api-method">${method}</span> <code>${escaped(path).replaceAll('/', '/<wbr>')}</code></h3>
<p>${escaped(summary)}.</p>
<p>${whoMay(description)}</p>
${parameterTable(parameters, document, name)}
<pre tabindex="0" aria-label="A request of ${escaped(name)}"><code>${escaped(requestOf(operation, answers))}</code></pre>
${Object.entries(answers)
  .map(([type, content]) => exampleOf(type, content, name))
  .join('\n')}
${requestBody?.content['application/octet-stream'] ? '<p>The file may also be the body of the request as it is.</p>' : ''}
</section>`;
}

const SCOPES: Readonly<Record<string, string>> = {
  read: 'read figures',
  upload: 'send files',
  operate: 'run the system',
  'read-small-numbers': 'see small numbers',
};

/** `Scopes: read.` in words. */
function whoMay(description: string | undefined): string {
  if (description === undefined) return 'Anybody may ask: it holds no figures.';
  const scopes = description.replace(/^Scopes: |\.$/g, '').split(', ');
  const words = scopes.map((scope) => `${SCOPES[scope] ?? 'ask'} (<code>${escaped(scope)}</code>)`);
  return `For those who may ${words.join(' and ')}.`;
}

/** A command that asks what the example answers: pasted into a shell, it works. */
function requestOf({ method, path, requestBody, description }: Operation, answers: DescribedContent): string {
  const address =
    Object.values(answers).flatMap(({ examples }) => examples?.['sample']?.summary ?? [])[0] ?? path;
  const sent = requestBody?.content['application/json']?.examples?.['sample']?.value;
  const parts = [
    'curl -s',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    `"$BELLWETHER${address}"`,
    ...(description === undefined ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(sent === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(sent).replaceAll("'", "'\\''")}'`]),
  ];
  return parts.join(' \\\n  ');
}

const NAMES: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'text/csv': 'a table (CSV)',
  'text/html': 'a page',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'a workbook for Excel',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a document for Word',
};

/** What was answered in one form: a text to unfold, or where a file of it lies. */
function exampleOf(type: string, { examples }: DescribedContent[string], name: string): string {
  const form = NAMES[type] ?? type;
  const { value, externalValue } = examples?.['sample'] ?? {};
  if (externalValue !== undefined)
    return `<p><a href="${escaped(externalValue)}">What it answers as ${form}</a> to <code>Accept: ${escaped(type)}</code></p>`;
  if (value === undefined) return `<p>It also answers as ${form}: <code>Accept: ${escaped(type)}</code>.</p>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return `<details><summary>What it answers as ${form}</summary>
<pre tabindex="0" aria-label="An answer of ${escaped(name)} as ${form}"><code>${escaped(text)}</code></pre></details>`;
}
