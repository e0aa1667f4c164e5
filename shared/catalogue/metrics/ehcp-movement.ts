import { metric } from './define.ts';

/** What else moves the number of plans, and how plans are kept and contested. */
export const ehcpMovement = [
  metric({
    id: 'ehcp.transferred-in',
    name: 'EHCPs transferred in',
    shortName: 'EHCPs transferred in',
    definition:
      'Number of education, health and care plans that the council took over in the month because the family moved in from another council.',
    background: 'Not in the council’s hands, and not counted among new plans.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    terms: ['ehcp', 'sen2', 'flow'],
  }),
  metric({
    id: 'ehcp.unexplained',
    name: 'Change in EHCPs that the flows do not explain',
    shortName: 'Unexplained change in EHCPs',
    definition:
      'Plans at the end of the month less plans at its beginning, less new plans and transfers in, plus plans ceased.',
    background:
      'Should be about zero. It is always shown: a figure far from zero means that openings or endings are recorded late or not at all, and that forecasts from the flows would drift. In the SEN2 return for England it can be a fifth of the growth.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    derivation: {
      kind: 'residual',
      stock: 'ehcp.active',
      inflows: ['ehcp.new-plans', 'ehcp.transferred-in'],
      outflows: ['ehcp.ceased'],
    },
    terms: ['ehcp', 'residual', 'sen2', 'flow', 'stock'],
  }),
  metric({
    id: 'ehcp.tribunal-appeals',
    name: 'Appeals to the SEND Tribunal',
    shortName: 'SEND Tribunal appeals',
    definition:
      'Number of appeals against the council’s decisions that were registered with the First-tier Tribunal (Special Educational Needs and Disability) in the month.',
    background:
      'Families may appeal against a refusal to assess, a refusal to issue, and what a plan says. Most appeals that are heard succeed at least in part, so appeals that rise with refusals are a warning.',
    unit: 'count',
    nature: 'flow',
    better: 'lower',
    terms: ['tribunal', 'no-to-assess', 'no-to-issue', 'ehcp', 'flow'],
  }),
  metric({
    id: 'ehcp.annual-reviews-on-time',
    name: 'Annual reviews on time, share',
    shortName: 'Annual reviews on time',
    definition:
      'Annual reviews due in the month that were completed by their date, with the council’s decision sent within four weeks of the meeting, as a fraction of all annual reviews due in the month (SEND Regulations 2014).',
    background:
      'A plan must be reviewed every twelve months. Late reviews keep plans open or unchanged after a child’s needs have changed.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'higher',
    terms: ['annual-review', 'ehcp', 'sen2', 'rate'],
  }),
];
