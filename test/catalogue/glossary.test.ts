import { describe, expect, test } from 'vitest';
import { glossary, termById } from '../../shared/catalogue/glossary.ts';

// The glossary of the source report.
const acronyms =
  `AP CIN CLA DaD DfE DSG EHCNA EHCP ESA EYFSP GLD GPS HNB INMSS MIS MTC NEET OPAL PfA PP RBA RWM SEMH
  SEN2 SV`.split(/\s+/);

// Signs that people write where a figure would stand (contract, section 2, and reliability).
const symbols = ['c', 'x', 'z', 'k', 'low', 'u', ':', '~', '..', '-', 'n/a', 'supp', '*', '.', '<5'];

describe('the glossary', () => {
  test('ids and terms are unique, and a term is found by its id', () => {
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
    expect(new Set(glossary.map(({ term }) => term)).size).toBe(glossary.length);
    for (const term of glossary) expect(termById(term.id)).toBe(term);
    expect(termById('constructor')).toBeUndefined();
  });

  test.each([...acronyms, ...symbols])('%s is explained', (sign) => {
    const entry = glossary.find(({ term }) => term === sign);
    expect(entry?.short).toMatch(/\w/);
    expect(entry?.meaning).toMatch(/^[A-Z].+\.$/);
  });

  test('an id can stand in an address', () => {
    for (const { id } of glossary) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
