import { describe, expect, test } from 'vitest';
import { feeds } from '../../../shared/catalogue/feeds/feeds.ts';
import { hasEmail } from '../../../shared/reading/personal-data/email.ts';
import { personHeading } from '../../../shared/reading/personal-data/person-heading.ts';

describe('headings that announce people', () => {
  test.each([
    'Forename',
    'surname',
    'First name',
    'last_name',
    'PupilName',
    "Child's name",
    'Young person name',
    'Legal surname',
    'Name',
    'DOB',
    'D.O.B.',
    'Date of birth',
    'Date of Birth (dd/mm/yyyy)',
    'birth_date',
    'UPN',
    'Unique Pupil Number',
    'NHS number',
    'NHS No.',
    'Postcode',
    'Home post code',
    'Address line 1',
    'Email',
    'E-mail address',
    'Telephone number',
    'NI number',
  ])('%j does', (heading) => {
    expect(personHeading(heading)).toBeDefined();
  });

  test.each([
    'Month',
    'Number of pupils without a UPN',
    'Percentage of postcodes covered',
    'Region name',
    'Requests addressed in time',
    'Tribunal appeals',
    'Renamed plans',
    'Trajectory name',
    'Notes',
    '',
  ])('%j does not', (heading) => {
    expect(personHeading(heading)).toBeUndefined();
  });

  test('no heading of any feed does', () => {
    for (const { columns } of feeds) {
      for (const { name, variants } of columns) {
        for (const heading of [name, ...variants]) expect(personHeading(heading), heading).toBeUndefined();
      }
    }
  });
});

describe('e-mail addresses', () => {
  test.each([
    'jo@example.org',
    'Ask jo.bloggs+send@council.gov.uk today',
    '<jo@example.co.uk>',
    "o'neil@example.com",
  ])('%j holds one', (text) => {
    expect(hasEmail(text)).toBe(true);
  });

  test.each(['@SUM(A1)', '5 @ 3.20', 'a@b', '@', 'x @ y.com', '6,161'])('%j holds none', (text) => {
    expect(hasEmail(text)).toBe(false);
  });
});
