import { describe, expect, test } from 'vitest';
import { feeds } from '../../../shared/catalogue/feeds/feeds.ts';
import { hasBirthDate } from '../../../shared/reading/personal-data/birth-date.ts';
import { hasEmail } from '../../../shared/reading/personal-data/email.ts';
import { hasNhsNumber } from '../../../shared/reading/personal-data/nhs-number.ts';
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
    'Owner name',
    'owner_name',
    'Lead names',
    'Name of child',
    'Name of the pupil',
    'SENCO name',
    'Headteacher Name',
    'Caseworker',
    'Allocated social worker',
    'Pupil ID',
    'child reference',
    'Known name',
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
    'School name',
    'Area name',
    'Metric name',
    'Local authority name',
    'Programme name',
    'Workstream name',
    'Register name',
    'Provider name',
    'trust_name',
    'rsc_region_lead_name',
    'Owner role',
    'Owner',
    'Number of children',
    'Pupil numbers',
    'Social workers per 100 children',
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

describe('NHS numbers', () => {
  // The number that the NHS prints as its example.
  test.each(['943 476 5919', 'see 943-476-5919.', 'NHS no: 9434765919', 'NHS number 9434765919'])(
    '%j holds one',
    (text) => {
      expect(hasNhsNumber(text)).toBe(true);
    },
  );

  test.each([
    '943 476 5918',
    '9434765919',
    '0943 476 5919',
    '943,476,5919',
    'NHS 9434765918',
    '01225 713 000',
  ])('%j holds none', (text) => {
    expect(hasNhsNumber(text)).toBe(false);
  });
});

describe('dates of birth', () => {
  test.each(['DOB 12/03/2014', 'd.o.b.: 12-3-14', 'Date of birth is 2014-03-12', 'dob 12th March 2014'])(
    '%j tells one',
    (text) => {
      expect(hasBirthDate(text)).toBe(true);
    },
  );

  test.each([
    'Children born from 1 September 2019',
    'Dates of birth are not held',
    'Review 12/03/2014',
    'adobe 12/03/2014',
  ])('%j tells none', (text) => {
    expect(hasBirthDate(text)).toBe(false);
  });
});
