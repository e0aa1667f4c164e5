import { metric } from './define.ts';

/** Plans that end, why, and what comes after. */
export const ehcpCeased = [
  metric({
    id: 'ehcp.ceased',
    name: 'EHCPs ceased',
    shortName: 'EHCPs ceased',
    definition:
      'Number of education, health and care plans that ended in the month for any reason, a move to another council included, counted as in the SEN2 return.',
    background:
      'What takes away from the number of plans. A plan may end when its aims are met, when education ends, when the family moves. More is rated better against the plan, as long as fewer young people end up without education, work or training.',
    unit: 'count',
    nature: 'flow',
    better: 'higher',
    mustNotWorsen: ['ehcp.ceased-neet-rate'],
    terms: ['ehcp', 'ceased', 'sen2', 'flow'],
    condition: '3.4',
  }),
  metric({
    id: 'ehcp.post-16-ceased',
    name: 'EHCPs ceased after 16',
    shortName: 'EHCPs ceased after 16',
    definition:
      'Number of plans that ended in the month for young people who were past compulsory school age, for any reason.',
    background: 'The denominator of the share that ended without education, work or training.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'ceased', 'pfa', 'flow'],
  }),
  metric({
    id: 'ehcp.post-16-ceased-neet',
    name: 'EHCPs ceased after 16 and then NEET',
    shortName: 'EHCPs ceased, then NEET',
    definition:
      'Number of plans that ended in the month for young people past compulsory school age who were then not in education, employment or training.',
    background: 'The numerator of the NEET share.',
    unit: 'count',
    nature: 'flow',
    better: 'neither',
    supporting: true,
    terms: ['ehcp', 'ceased', 'neet', 'flow'],
  }),
  metric({
    id: 'ehcp.ceased-neet-rate',
    name: 'EHCPs ceased after 16 and then NEET, share',
    shortName: 'NEET share of EHCPs ceased after 16',
    definition:
      'Plans ended after 16 with the young person not in education, employment or training as a fraction of all plans ended after 16 in the same period.',
    background:
      'Guards against ending plans too early: more plans ended is only good news while this share does not rise. Few young people a month make it jump, so read it over twelve months.',
    unit: 'ratio',
    nature: 'rate-of-flows',
    better: 'lower',
    derivation: {
      kind: 'quotient',
      numerator: 'ehcp.post-16-ceased-neet',
      denominator: 'ehcp.post-16-ceased',
    },
    terms: ['ehcp', 'ceased', 'neet', 'pfa', 'rate'],
    condition: '3.4',
  }),
  metric({
    id: 'ehcp.ceased-under-16-outcomes-met',
    name: 'EHCPs ceased under 16, aims met',
    shortName: 'EHCPs ceased under 16, aims met',
    definition:
      'Number of plans that ended in the month for children under 16 because every outcome written in the plan had been met.',
    background:
      'Small numbers: a few a year. Most plans that end under 16 end because the family moves; this counts only those where the plan did its work.',
    unit: 'count',
    nature: 'flow',
    better: 'higher',
    terms: ['ehcp', 'ceased', 'annual-review', 'flow'],
    condition: '3.4',
  }),
];
