import { result } from './result.ts';

const absence =
  'A session is half a school day. Schools were closed to most pupils in the spring and summer of 2020, so there are no figures of 2019/20; 2020/21 leaves out pupils who were kept at home because of Covid.';
const enrolments =
  'Both authorised and unauthorised absence count, and each pupil is measured by the sessions that were open to them.';

/** Source: contract section 3; facts.md part A (A11, A18). */
export const attendance = [
  result({
    id: 'absence.total',
    name: 'Absence',
    shortName: 'Absence',
    definition: 'Sessions missed, as a fraction of those possible.',
    background: `For whatever reason, illness above all. ${absence}`,
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'absence.authorised',
    name: 'Authorised absence',
    shortName: 'Authorised absence',
    definition: 'Sessions missed with leave of the school, as a fraction of those possible.',
    background: `Illness, medical appointments, exclusion and what else a school accepts. With unauthorised absence it makes up all absence. ${absence}`,
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'absence.unauthorised',
    name: 'Unauthorised absence',
    shortName: 'Unauthorised absence',
    definition: 'Sessions missed without leave of the school, as a fraction of those possible.',
    background: `Truancy, holidays that were not agreed, arriving after the register closed. A school that authorises less shows more of it. ${absence}`,
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'absence.persistent',
    name: 'Persistent absence',
    shortName: 'Persistent absence',
    definition: 'Pupils who missed a tenth or more of their sessions, as a fraction of all.',
    background: `A tenth is about a day a fortnight. The bound has been a tenth since 2015/16. ${enrolments} ${absence}`,
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'absence.severe',
    name: 'Severe absence',
    shortName: 'Severe absence',
    definition: 'Pupils who missed half or more of their sessions, as a fraction of all.',
    background: `They are among the persistently absent too. ${enrolments} ${absence}`,
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'exclusion.permanent',
    name: 'Permanent exclusions',
    shortName: 'Permanent exclusions',
    definition: 'Permanent exclusions of the school year, as a fraction of the pupils on the school rolls.',
    background:
      'The pupil does not come back to that school, unless the exclusion is overturned. Rare: 0.1% is one pupil in a thousand, so that a few pupils move the figure of a council. Schools were closed to most pupils for parts of 2019/20 and 2020/21, and those years are low for that reason.',
    unit: 'ratio',
    better: 'lower',
  }),
  result({
    id: 'provision.reduced',
    name: 'Pupils on reduced provision',
    shortName: 'Reduced provision',
    definition: 'Number of pupils who were on a reduced timetable at some time of the school year.',
    background:
      'By agreement with the parents a pupil attends part of the week, for a limited time. Councils count it from what schools tell them; it is not published for other councils, so that there is nothing to compare it with, and a rise may be better reporting.',
    unit: 'count',
    better: 'lower',
  }),
];
