import { metric } from './define.ts';

/** Forecasts of a financial year's end, with the month in which each was made. A deficit is negative. */
export const money = [
  metric({
    id: 'dsg.in-year-balance',
    name: 'DSG in-year balance, forecast for the year',
    shortName: 'In-year DSG balance',
    definition:
      'Dedicated Schools Grant income less spending that the council expected for the financial year in the month of the forecast, in pounds, an overspend negative.',
    background:
      'Below zero means that the year costs more than the grant pays. The Safety Valve agreement asks for balance or better by a named year, and for no worse than budget on the way.',
    unit: 'gbp',
    nature: 'year-end',
    better: 'higher',
    bounds: { amber: 0.02, red: 0.1 },
    headline: true,
    terms: ['dsg', 'hnb', 'safety-valve', 'financial-year'],
    condition: '1',
  }),
  metric({
    id: 'dsg.cumulative-balance',
    name: 'DSG cumulative balance, forecast for the year’s end',
    shortName: 'Cumulative DSG balance',
    definition:
      'The Dedicated Schools Grant balance, all earlier years together, that the council expected for 31 March at the end of the financial year in the month of the forecast, in pounds, a deficit negative.',
    background:
      'The debt that the special needs system has built up. The agreement sets a limit for each year; passing it puts the government’s payments at risk. A rule in law keeps it apart from the council’s other reserves for a time: when that ends, reserves must cover it.',
    unit: 'gbp',
    nature: 'year-end',
    better: 'higher',
    headline: true,
    terms: ['dsg', 'safety-valve', 'statutory-override', 'financial-year'],
    condition: '2',
  }),
  metric({
    id: 'hnb.income',
    name: 'High Needs Block income, forecast for the year',
    shortName: 'High Needs income',
    definition:
      'High Needs Block income that the council expected for the financial year in the month of the forecast, in pounds.',
    background:
      'Mostly set by national formula in December and March before the year; transfers from the schools block add to it.',
    unit: 'gbp',
    nature: 'year-end',
    better: 'higher',
    terms: ['hnb', 'dsg', 'financial-year'],
  }),
  metric({
    id: 'hnb.spend',
    name: 'High Needs Block spend, forecast for the year',
    shortName: 'High Needs spend',
    definition:
      'High Needs Block spending that the council expected for the financial year in the month of the forecast, in pounds.',
    background:
      'Special school places, top-ups for children with plans in other schools, independent placements, support services.',
    unit: 'gbp',
    nature: 'year-end',
    better: 'lower',
    terms: ['hnb', 'dsg', 'ehcp', 'inmss', 'financial-year'],
  }),
];
