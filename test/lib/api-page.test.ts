import { describe, expect, test } from 'vitest';
import { apiPage } from '../../lib/api-page/api-page.ts';
import { wordsOf } from '../../lib/api-page/parameter-words.ts';
import { routes } from '../../shared/api/routes/routes.ts';

const page = await apiPage('assets/page-12345678.css');
const empty = { info: { version: '', description: '' }, tags: [], paths: {}, components: { schemas: {} } };

describe('the description of the API as a page', () => {
  test('has a section for each route, with who may ask, a request to copy and an answer', () => {
    const sections = page.split('<section class="api-route"').slice(1);
    expect(sections).toHaveLength(routes.length);
    for (const { method, path } of routes) {
      const title = `</span> <code>${`/api/v1${path}`.replaceAll('/', '/<wbr>')}</code></h3>`;
      const section = sections.find((each) => each.includes(`${method}${title}`)) ?? '';
      expect(section, `${method} ${path}`).toMatch(/For those who may|Anybody may ask/);
      expect(section, `${method} ${path}`).toContain('curl -s');
      expect(section, `${method} ${path}`).not.toContain('<td></td>');
      expect(section, `${method} ${path}`).toContain('<details><summary>What it answers as');
      for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g))
        expect(section).toContain(`<code>${name}</code>`);
    }
  });

  test('leads to each of them from its contents, and every link within it ends somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(routes.length);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('needs no script and nothing inline, and shows what is said as text', () => {
    expect(page).not.toMatch(/<script|<style|style=|\son\w+=|\{\{/);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe('a parameter in words', () => {
  const words = (schema: Record<string, unknown>, example?: string) =>
    wordsOf(
      { name: 'x', in: 'query', required: false, schema, ...(example !== undefined && { example }) },
      empty,
    );

  test.each([
    [{ type: 'string', enum: ['a', 'b'], default: 'a' }, 'One of `a`, `b`; `a` if not given.'],
    [
      { type: 'integer', minimum: 1, maximum: 200, default: 100 },
      'A whole number from 1 to 200; `100` if not given.',
    ],
    [{ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'A whole number from 1 up.'],
    [{ type: 'string', description: 'Metric id, `ehcp.active`' }, 'Metric id, `ehcp.active`.'],
  ])('%j', (schema, said) => {
    expect(words(schema)).toBe(said);
  });

  test('what is described elsewhere is looked up', () => {
    const document = {
      ...empty,
      components: { schemas: { Period: { type: 'string', description: 'A month' } } },
    };
    const schema = { $ref: '#/components/schemas/Period' };
    expect(wordsOf({ name: 'x', in: 'query', required: true, schema }, document)).toBe('A month.');
  });
});
