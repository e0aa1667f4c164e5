import { groups } from '../breakdowns/groups.ts';
import { schoolTypes } from '../breakdowns/school-types.ts';
import { sexes } from '../breakdowns/sexes.ts';
import { outcomeMetricColumn, provenanceColumns, schoolYearColumn } from '../outcome-columns.ts';
import type { BreakdownContent, BreakdownName, FeedColumn, FeedDefinition } from './feed.ts';

export const outcomes: FeedDefinition = {
  id: 'outcomes',
  title: 'Education results',
  description:
    'Results of a school year, one row for each figure. What is left blank means all: a row without group is about all pupils. Under _shared the column area says which council or region a row is about.',
  shape: 'tidy',
  role: 'actual',
  shared: true,
  columns: [
    {
      name: 'area',
      variants: ['Area code', 'LA code', 'ONS code', 'New LA code'],
      description:
        'The ONS code of the council or region, or England. Needed under _shared; under a council’s own code it can be left out.',
      required: false,
      holds: { kind: 'area' },
    },
    schoolYearColumn,
    outcomeMetricColumn,
    {
      name: 'level',
      variants: ['Geographic level', 'Geography'],
      description:
        'Whom the figure is of: la (also when left blank), region, national or stat-neighbours (the mean over the statistical neighbours of the council).',
      required: false,
      holds: { kind: 'level' },
    },
    split('group', 'group', { one: groups }, 'The group of pupils: sen-support, disadvantaged.', [
      'Pupil group',
      'Characteristic',
    ]),
    split('school_type', 'schoolType', { one: schoolTypes }, 'The type of school: academy or maintained.', [
      'Type of school',
      'School status',
    ]),
    split('sex', 'sex', { one: sexes }, 'The sex of the pupils: girls or boys.', ['Gender']),
    split(
      'locality',
      'locality',
      'name',
      'The part of the council: a locality or community area, never a school.',
      ['Community area', 'District'],
    ),
    counted('numerator', 'How many pupils reached it (of a score: the sum of their scores).', [
      'Number achieving',
      'Pupils achieving',
    ]),
    counted('denominator', 'Of how many pupils.', [
      'Pupils',
      'Number of pupils',
      'Cohort size',
      'Eligible pupils',
    ]),
    {
      name: 'value',
      variants: ['Figure', 'Result', 'Percentage'],
      description:
        'The figure in the unit of the metric: a share as 59% or 0.59, a score as 46.2. Left blank it is worked out from numerator and denominator.',
      required: false,
      holds: { kind: 'value' },
    },
    {
      name: 'status',
      variants: ['Version', 'Data status'],
      description: 'provisional where the figure is; revised and final figures need nothing here.',
      required: false,
      holds: { kind: 'status' },
    },
    ...provenanceColumns,
  ],
};

function split(
  name: string,
  breakdown: BreakdownName,
  of: BreakdownContent,
  description: string,
  variants: readonly string[],
): FeedColumn {
  return { name, variants, description, required: false, holds: { kind: 'breakdown', name: breakdown, of } };
}

function counted(
  kind: 'numerator' | 'denominator',
  description: string,
  variants: readonly string[],
): FeedColumn {
  return { name: kind, variants, description, required: false, holds: { kind } };
}
