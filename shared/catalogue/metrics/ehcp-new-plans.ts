import { metric } from './define.ts';
import { rights } from './rights.ts';

/** First plans issued, for whom and how fast. */
export const ehcpNewPlans = [
  metric({
    id: 'ehcp.new-plans',
    name: 'New EHCPs',
    shortName: 'New EHCPs',
    definition:
      'Number of first education, health and care plans that the council issued in the month after an assessment, without plans that moved in from another council, counted as in the SEN2 return.',
    background:
      'What adds to the number of plans. It follows requests with a delay of about five months, and it jumps when a backlog is cleared.',
    unit: 'count',
    nature: 'flow',
    better: 'lower',
    mustNotWorsen: rights,
    terms: ['ehcp', 'sen2', 'backlog', 'flow'],
  }),
  metric({
    id: 'ehcp.new-plans-early-years',
    name: 'New EHCPs in early years',
    shortName: 'New early years EHCPs',
    definition:
      'Number of first plans issued in the month for children who have not yet begun Reception, out of the new plans.',
    background: 'The numerator of the early years share of new plans.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'early-years', 'flow'],
  }),
  metric({
    id: 'ehcp.new-plans-early-years-share',
    name: 'New EHCPs in early years, share',
    shortName: 'Early years share of new EHCPs',
    definition:
      'First plans issued in the period for children before Reception as a fraction of all first plans issued in the same period.',
    background:
      'Shows how much of the growth begins before school. Finding needs early is good, and so is helping early without a plan, so neither direction is called better.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'neither',
    derivation: {
      kind: 'quotient',
      numerator: 'ehcp.new-plans-early-years',
      denominator: 'ehcp.new-plans',
    },
    terms: ['ehcp', 'early-years', 'esa', 'rate'],
  }),
  metric({
    id: 'ehcp.issued-20-weeks',
    name: 'New EHCPs issued within 20 weeks',
    shortName: 'New EHCPs within 20 weeks',
    definition:
      'Number of first plans issued in the month within 20 weeks of the request, out of those that the 20 weeks apply to (SEN2: exceptions that the regulations allow are left out).',
    background: 'The numerator of the 20-week share.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'twenty-weeks', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.issued-20-weeks-base',
    name: 'New EHCPs that the 20 weeks apply to',
    shortName: 'New EHCPs with a 20-week limit',
    definition:
      'Number of first plans issued in the month without the exceptions to the 20-week limit that the SEND Regulations 2014 allow (SEN2).',
    background: 'The denominator of the 20-week share; at most the number of new plans.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'twenty-weeks', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.timeliness-20-weeks',
    name: 'New EHCPs issued within 20 weeks, share',
    shortName: '20-week timeliness',
    definition:
      'First plans issued within 20 weeks of the request as a fraction of the first plans issued in the same period that the limit applies to, exceptions left out (SEN2).',
    background:
      'The law gives a council 20 weeks from request to final plan. While a backlog is being cleared the share falls, because late plans are counted in the month in which they are issued.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'higher',
    derivation: {
      kind: 'quotient',
      numerator: 'ehcp.issued-20-weeks',
      denominator: 'ehcp.issued-20-weeks-base',
    },
    terms: ['ehcp', 'twenty-weeks', 'sen2', 'backlog', 'rate'],
  }),
];
