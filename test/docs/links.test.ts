import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../lib/markdown.ts';
import { projectRoot } from '../../lib/project.ts';

const pages = globSync('{*.md,docs/**/*.md,samples/*.md}', { cwd: projectRoot });
const read = (page: string) => readFileSync(join(projectRoot, page), 'utf8');

/** The links of a page that lead into the repository: where to, and to which heading. */
function linksOf(page: string): readonly { readonly to: string; readonly anchor: string }[] {
  const text = read(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', anchor = ''] = link.split('#');
      return { to: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });
}

function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [...read(page).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
  // A heading that comes again gets a number.
  return new Set(headings.map((each, at) => numbered(each, headings.slice(0, at))));
}

function numbered(anchor: string, before: readonly string[]): string {
  const times = before.filter((each) => each === anchor).length;
  return times === 0 ? anchor : `${anchor}-${times}`;
}

describe('every link of a page leads somewhere', () => {
  test.each(pages)('%s', (page) => {
    const broken = linksOf(page).filter(
      ({ to, anchor }) =>
        !existsSync(join(projectRoot, to)) ||
        (anchor !== '' && to.endsWith('.md') && !anchorsOf(to).has(anchor)),
    );
    expect(broken.map(({ to, anchor }) => `${to}#${anchor}`)).toEqual([]);
  });
});

test('the index of the documentation names every page beside it', () => {
  const named = new Set(linksOf('docs/README.md').map(({ to }) => to));
  const beside = pages.filter((page) => /^docs\/[\w-]+\.md$/.test(page) && page !== 'docs/README.md');
  expect(beside.length).toBeGreaterThan(10);
  expect(beside.filter((page) => !named.has(page))).toEqual([]);
});
