import { escaped, inline } from '../markdown.ts';
import type { Described, DescribedParameter, DescribedSchema } from './described.ts';

/** The parameters of a route as a table: what each is for and what it takes, in words. */
export function parameterTable(
  parameters: readonly DescribedParameter[],
  document: Described,
  about: string,
): string {
  if (parameters.length === 0) return '<p>It takes no parameters.</p>';
  const rows = parameters.map((parameter) => {
    const { name, required } = parameter;
    const needed = parameter.in === 'path' ? 'path' : required ? 'yes' : 'no';
    return `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${needed}</td><td>${inline(wordsOf(parameter, document))}</td></tr>`;
  });
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Parameters of ${escaped(about)}"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Needed</th><th scope="col">What it is</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
</table></div>`;
}

/** What a parameter is for and what it takes, as a sentence or two of Markdown. */
export function wordsOf({ schema, example }: DescribedParameter, document: Described): string {
  const resolved = resolve(schema, document);
  const said = schema.description ?? resolved.description;
  const takes = takenBy(resolved, example, said);
  return [said, takes].flatMap((text) => (text === undefined ? [] : [`${text}.`])).join(' ');
}

function takenBy(schema: DescribedSchema, example: string | undefined, said = ''): string | undefined {
  const usual = schema.default === undefined ? '' : `; \`${String(schema.default)}\` if not given`;
  if (schema.enum) return `One of ${schema.enum.map((each) => `\`${String(each)}\``).join(', ')}${usual}`;
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum = 0, maximum } = schema;
    const whole = schema.type === 'integer' ? 'A whole number' : 'A number';
    const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
    return `${whole} ${most === undefined ? `from ${minimum} up` : `from ${minimum} to ${most}`}${usual}`;
  }
  if (said.includes('`')) return undefined;
  return example === undefined ? undefined : `For example \`${example}\``;
}

function resolve(schema: DescribedSchema, { components }: Described): DescribedSchema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : components.schemas[name]) ?? schema;
}
