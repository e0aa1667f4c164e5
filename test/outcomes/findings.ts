import { sampleFiles, sampleRows } from '../samples/sample-files.ts';
import { inNeed, LOOKED_AFTER_PUPILS, lookedAfter } from './social-care.ts';

/** Whether public figures bear out what the committee stated. */
export type Verdict = 'holds' | 'does not hold' | 'holds in part' | 'no public figure';

export type Finding = { readonly finding: string; readonly figures: string; readonly verdict: Verdict };

const PLACES = { Wiltshire: 'E06000054', England: 'England', region: 'E12000009' } as const;
type Place = keyof typeof PLACES;

const figures = new Map(
  sampleFiles
    .filter(({ key }) => key.startsWith('_shared/outcomes/'))
    .flatMap(({ key }) => sampleRows(key))
    .map((row) => [
      `${row['area']} ${row['period']} ${row['metric']} ${row['group'] ?? ''}`,
      row['value'] ?? '',
    ]),
);

/** A published figure as the export of the Department for Education has it: percent, or a score. */
function figure(place: Place, year: string, metric: string, group = ''): number {
  const written = figures.get(`${PLACES[place]} ${year} ${metric} ${group}`);
  if (written === undefined)
    throw new Error(`Nothing is published of ${metric} ${group} for ${place}, ${year}`);
  return Number(written.replace('%', ''));
}

/** The years up to the committee's report. */
const [BEFORE, LAST] = ['2021/22', '2023/24'];

type Statement = { readonly said: string; readonly holds: boolean };

/** Wiltshire beside another in the last year of the report. */
function beside(metric: string, better: 'higher' | 'lower', group = '', other: Place = 'England'): Statement {
  const [own, theirs] = [figure('Wiltshire', LAST, metric, group), figure(other, LAST, metric, group)];
  const name = other === 'region' ? 'South West' : other;
  const about = group === '' ? metric : `${metric} of ${group}`;
  return {
    said: `${about} ${LAST}: ${own} (${name} ${theirs})`,
    holds: better === 'higher' ? own > theirs : own < theirs,
  };
}

/** Wiltshire from one year to another. */
function moved(metric: string, to: 'higher' | 'lower', group = '', place: Place = 'Wiltshire'): Statement {
  const [from, now] = [figure(place, BEFORE, metric, group), figure(place, LAST, metric, group)];
  const about = `${place === 'Wiltshire' ? '' : `${place} `}${group === '' ? metric : `${metric} of ${group}`}`;
  return {
    said: `${about}: ${from} in ${BEFORE}, ${now} in ${LAST}`,
    holds: to === 'higher' ? now > from : now < from,
  };
}

/** The gap of a group to its complement, from one year to another. */
function gapMoved(metric: string, group: string, to: 'wider' | 'narrower'): Statement {
  const gap = (year: string) =>
    Number(
      (figure('Wiltshire', year, metric, `not-${group}`) - figure('Wiltshire', year, metric, group)).toFixed(
        2,
      ),
    );
  const [from, now] = [gap(BEFORE), gap(LAST)];
  return {
    said: `${metric}, gap of ${group}: ${from} in ${BEFORE}, ${now} in ${LAST}`,
    holds: to === 'wider' ? now > from : now < from,
  };
}

function behind(subject: string): number {
  return figure('England', LAST, `ks2.${subject}`) - figure('Wiltshire', LAST, `ks2.${subject}`);
}

function judged(finding: string, ...statements: readonly Statement[]): Finding {
  const kept = statements.filter(({ holds }) => holds).length;
  const verdict = kept === statements.length ? 'holds' : kept === 0 ? 'does not hold' : 'holds in part';
  return { finding, figures: statements.map(({ said }) => said).join('; '), verdict };
}

function unknown(finding: string, why: string): Finding {
  return { finding, figures: why, verdict: 'no public figure' };
}

const subjects = ['reading', 'writing', 'maths', 'gps'] as const;
const gaps = subjects.map((subject) => `${subject} ${behind(subject)}`).join(', ');
const most = Math.max(...subjects.map(behind));

/** What the committee stated, beside what is published. Source: facts.md part A; figures of the samples,
 * which conformance holds against the export, and of the Department's release on outcomes of children in social care. */
export const findings: readonly Finding[] = [
  judged('Phonics is improving', moved('phonics.y1', 'higher')),
  judged(
    'Key Stage 2 is below national',
    beside('ks2.rwm', 'lower'),
    ...subjects.map((subject) => beside(`ks2.${subject}`, 'lower')),
  ),
  judged(
    '… most in maths',
    { said: `points behind England ${LAST}: ${gaps}`, holds: behind('maths') === most },
    { said: 'as far in grammar, punctuation and spelling', holds: behind('maths') > behind('gps') },
  ),
  judged('The gap in grammar, punctuation and spelling is wider than in reading and writing', {
    said: `points behind England ${LAST}: ${gaps}`,
    holds: behind('gps') > Math.max(behind('reading'), behind('writing')),
  }),
  judged(
    'The disadvantaged gap at EYFSP has narrowed (published by free school meals)',
    gapMoved('eyfsp.gld', 'fsm', 'narrower'),
  ),
  judged(
    '… at Key Stage 2 it has widened (published for the three subjects together)',
    gapMoved('ks2.rwm', 'disadvantaged', 'wider'),
  ),
  judged('SEN support is below England’s SEN support', beside('ks2.rwm', 'lower', 'sen-support')),
  judged('EHCP is about level with England’s (within three points)', {
    said: beside('ks2.rwm', 'higher', 'ehcp').said,
    holds:
      Math.abs(figure('Wiltshire', LAST, 'ks2.rwm', 'ehcp') - figure('England', LAST, 'ks2.rwm', 'ehcp')) <=
      3,
  }),
  judged(
    'Results of children looked after are better than in the region and nationally',
    ...lookedAfter.flatMap(([subject, own, region, england]): readonly Statement[] => [
      {
        said: `${subject} of ${LOOKED_AFTER_PUPILS} pupils ${LAST}: ${own} (South West ${region}`,
        holds: own > region,
      },
      { said: `England ${england})`, holds: own > england },
    ]),
  ),
  judged(
    'Children looked after are absent less than in England and the region',
    beside('absence.total', 'lower', 'cla'),
    beside('absence.persistent', 'lower', 'cla'),
    beside('absence.total', 'lower', 'cla', 'region'),
    beside('absence.persistent', 'lower', 'cla', 'region'),
  ),
  unknown(
    'No child looked after was permanently excluded in five years',
    'Exclusions of children looked after are not published by council',
  ),
  unknown(
    'Academies are ahead at EYFSP; at Key Stage 2 ahead in writing, slightly behind in reading and maths',
    'Results by type of school are not published by council in the export; the page shows an illustration',
  ),
  judged(
    'Total, persistent and unauthorised absence are better than national',
    ...['total', 'persistent', 'unauthorised'].map((kind) => beside(`absence.${kind}`, 'lower')),
  ),
  judged(
    '… and improving',
    ...['total', 'persistent', 'unauthorised'].map((kind) => moved(`absence.${kind}`, 'lower')),
  ),
  judged(
    'Severe absence is rising, as it is nationally',
    moved('absence.severe', 'higher'),
    moved('absence.severe', 'higher', '', 'England'),
  ),
  judged('Combined reading, writing and maths of children in need have improved', {
    said: `ks2.rwm of cin: ${inNeed.map(([year, share, pupils]) => `${share}% of ${pupils} pupils in ${year}`).join(', ')}`,
    holds: inNeed[2][1] > inNeed[0][1],
  }),
  judged(
    'Phonics of disadvantaged pupils has improved (published by free school meals)',
    moved('phonics.y1', 'higher', 'fsm'),
  ),
  judged(
    'Early years and Key Stage 4 are slightly stronger than national',
    beside('eyfsp.gld', 'higher'),
    beside('ks4.attainment8', 'higher'),
    beside('ks4.english-maths-5plus', 'higher'),
  ),
];

/** A finding as a row of the table in docs/outcomes.md. */
export function rowOf({ finding, figures: said, verdict }: Finding): string {
  return `| ${finding} | ${said} | ${verdict} |`;
}
