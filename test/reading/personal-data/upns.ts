import fc from 'fast-check';

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Permanent and temporary unique pupil numbers with the right check letter, worked out here by the published rule. */
export const upns: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 }),
    fc.oneof(fc.constantFrom(...'0123456789'), fc.constantFrom(...LETTERS)),
  )
  .map(([digits, last]) => {
    const values = [...digits, LETTERS.includes(last) ? LETTERS.indexOf(last) : Number(last)];
    let sum = 0;
    for (const [index, value] of values.entries()) sum += value * (index + 2);
    return `${LETTERS.charAt(sum % 23)}${digits.join('')}${last}`;
  });

/** Such a number as people write it: in either case, bare or in groups, as in `H80 1200 001 001`. */
export const writtenUpns: fc.Arbitrary<{ readonly upn: string; readonly written: string }> = fc
  .tuple(
    upns,
    fc.constantFrom('', ' ', '-', '.', '/', '\u00a0', '\u2011', '  '),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([upn, gap, places, lower]) => {
    const written = [...upn].map((character, at) => `${places.includes(at) ? gap : ''}${character}`).join('');
    return { upn, written: lower ? written.toLowerCase() : written };
  });
