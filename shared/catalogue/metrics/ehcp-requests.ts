import { metric } from './define.ts';
import { rights } from './rights.ts';

/** From a request to a first plan: requests, decisions, plans issued, how fast. */
export const ehcpRequests = [
  metric({
    id: 'ehcp.requests',
    name: 'Requests for an EHC needs assessment',
    shortName: 'EHC assessment requests',
    definition:
      'Number of requests for an education, health and care needs assessment that the council received in the month, from whomever they came, counted as in the SEN2 return.',
    background:
      'Requests come before plans by about half a year, so they are the earliest sign of growth. They fall when families trust the support that schools give without a plan, and also when people are discouraged from asking: a fall needs explaining as much as a rise.',
    unit: 'count',
    nature: 'flow',
    better: 'lower',
    mustNotWorsen: rights,
    terms: ['ehcna', 'ehc', 'sen2', 'ehcp', 'flow'],
    condition: '3.1',
  }),
  metric({
    id: 'ehcp.no-to-assess',
    name: 'Requests refused an assessment',
    shortName: 'Refusals to assess',
    definition:
      'Number of decisions in the month not to carry out an education, health and care needs assessment, counted as in the SEN2 return.',
    background: 'The numerator of the refusal rate. A refusal can be appealed.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcna', 'no-to-assess', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.no-to-assess-rate',
    name: 'Requests refused an assessment, share',
    shortName: 'Refusal to assess rate',
    definition:
      'Refusals to assess in the period as a fraction of the requests received in the same period, not of the decisions made (2023: 144 of 1,203, which is 12.0%).',
    background:
      'Whether to assess is decided case by case on the law’s test. Councils much below similar ones look at their decisions again; a high rate that appeals overturn is no gain. So neither direction is called better here: it is read beside the plan, the neighbours and the appeals.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'neither',
    derivation: { kind: 'quotient', numerator: 'ehcp.no-to-assess', denominator: 'ehcp.requests' },
    terms: ['ehcna', 'no-to-assess', 'tribunal', 'statistical-neighbours', 'rate'],
  }),
  metric({
    id: 'ehcp.assessments-completed',
    name: 'Assessments completed',
    shortName: 'Assessments completed',
    definition:
      'Number of education, health and care needs assessments completed in the month, whether or not a plan followed, counted as in the SEN2 return.',
    background: 'The denominator of the share of assessments that end without a plan.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcna', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.no-to-issue',
    name: 'Assessments that ended without a plan',
    shortName: 'Refusals to issue a plan',
    definition:
      'Number of decisions in the month, after a completed assessment, not to issue an education, health and care plan, counted as in the SEN2 return.',
    background: 'The numerator of the no-to-issue rate. The decision can be appealed.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'no-to-issue', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.no-to-issue-rate',
    name: 'Assessments that ended without a plan, share',
    shortName: 'Refusal to issue rate',
    definition:
      'Decisions not to issue a plan in the period as a fraction of the assessments completed in the same period (2023: 3.9%).',
    background:
      'A very low share can mean that assessments begin only where a plan is certain, or that the test is not applied; a high one that families go through an assessment for nothing. Neither direction is called better: it is read beside the plan, the neighbours and the appeals.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'neither',
    derivation: {
      kind: 'quotient',
      numerator: 'ehcp.no-to-issue',
      denominator: 'ehcp.assessments-completed',
    },
    terms: ['ehcp', 'ehcna', 'no-to-issue', 'tribunal', 'statistical-neighbours', 'rate'],
  }),
];
