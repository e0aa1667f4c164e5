import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chaptersOf, isAskedFor } from '../../dashboard/words/glossary-index.ts';
import { explanation, termsIn } from '../../dashboard/words/terms-in.ts';
import { symbolTerms } from '../../shared/catalogue/glossary/symbols.ts';
import { glossary } from '../../shared/catalogue/glossary.ts';

const idsIn = (text: string) => termsIn(text).map(({ id }) => id);
const words = glossary.filter((term) => !symbolTerms.includes(term));

describe('the words of the glossary that a text uses', () => {
  test.each(['EHCP', 'EHCPs', '(EHCP)', 'EHCP:', 'an education, health and care plan'])(
    '%s is found',
    (text) => {
      expect(idsIn(text)).toContain('ehcp');
    },
  );

  test.each(['ehcp', 'EHCPX', 'AEHCP', 'ehcp.active'])('%s is not taken for EHCP', (text) => {
    expect(idsIn(text)).not.toContain('ehcp');
  });

  test('a short form with a number is that short form', () => {
    expect(idsIn('KS2 RWM')).toEqual(['key-stage', 'rwm']);
    expect(idsIn('DaD4')).toContain('dad');
  });

  test('other words are found in any case, single signs never', () => {
    expect(idsIn('Backlog')).toEqual(idsIn('the backlog'));
    expect(idsIn('c x z - .. low k')).toEqual([]);
  });

  test('short forms in an explanation are explained as well', () => {
    expect(idsIn('GLD')).toEqual(['eyfsp', 'gld']);
    expect(idsIn('EHCP')).toEqual(['ehcp']);
  });

  test('come from A to Z, whatever the order in the text', () => {
    const chosen = fc.shuffledSubarray(words.map(({ term }) => term));
    fc.assert(
      fc.property(chosen, (terms) => {
        const found = termsIn(terms.join('\n')).map(({ term }) => term);
        expect(found).toEqual(found.toSorted((one, other) => one.localeCompare(other, 'en-GB')));
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining(terms));
      }),
      { numRuns: 50 },
    );
  });
});

describe('finding a word in the glossary', () => {
  test('by the word, by what it stands for, and by its meaning', () => {
    for (const term of words)
      for (const typed of [term.term, term.short.toUpperCase(), ` ${term.meaning} `, ''])
        expect(isAskedFor(term, typed), `${typed} of ${explanation(term)}`).toBe(true);
    expect(words.filter((term) => isAskedFor(term, 'no such word'))).toEqual([]);
  });

  test('each stands under its letter, signs and numbers under a heading of their own', () => {
    const chapters = chaptersOf(glossary);
    const under = (heading: string) =>
      chapters.find(({ initial }) => initial === heading)?.terms.map(({ term }) => term);
    expect(chapters.at(-1)?.initial).toBe('Signs and numbers');
    expect(chapters.flatMap(({ terms }) => terms)).toHaveLength(glossary.length);
    expect(under('B')).toEqual(['Backlog']);
    expect(under('P')).toEqual(expect.arrayContaining(['pp', 'PP', 'PfA']));
    const signs = [...symbolTerms.map(({ term }) => term), '20 weeks', '12-month rolling'];
    expect(under('Signs and numbers')?.toSorted()).toEqual(signs.toSorted());
  });
});
