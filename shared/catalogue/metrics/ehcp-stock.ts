import { metric } from './define.ts';
import { rights } from './rights.ts';

/** Plans and cases open on the last day of a month. */
export const ehcpStock = [
  metric({
    id: 'ehcp.active',
    name: 'Children and young people with an EHCP',
    shortName: 'EHCPs',
    definition:
      'Number of education, health and care plans maintained by the council on the last day of the month, counted as the SEN2 return counts its caseload.',
    background:
      'Every plan carries a legal duty to provide what it names, so this number drives most High Needs spending. Fewer than planned is rated better because the Safety Valve plan is built on slower growth; it says nothing about whether a single child should have a plan.',
    unit: 'count',
    nature: 'stock',
    better: 'lower',
    bounds: { amber: 0.02, red: 0.05 },
    headline: true,
    mustNotWorsen: rights,
    terms: ['ehcp', 'sen2', 'safety-valve', 'hnb', 'stock'],
    condition: '3.1',
  }),
  metric({
    id: 'ehcp.backlog',
    name: 'EHC needs assessment backlog',
    shortName: 'Assessment backlog',
    definition:
      'Number of requests and assessments on the last day of the month that are past their statutory date: six weeks for the decision whether to assess, twenty weeks for the final plan (SEND Regulations 2014).',
    background:
      'Families in the backlog wait longer than the law allows. Clearing it also brings plans forward, so the number of plans can jump while the backlog falls.',
    unit: 'count',
    nature: 'stock',
    better: 'lower',
    terms: ['ehcna', 'ehc', 'backlog', 'ehcp', 'stock'],
  }),
];
