import { metric } from './define.ts';

/** Special school places: due, there, taken, missing. */
export const places = [
  metric({
    id: 'places.planned',
    name: 'Special school places due',
    shortName: 'Special places due',
    definition:
      'Number of additional special school and resource base places that the council’s plan says are available by the last day of the month.',
    background:
      'The promise that delivery is held against. It is the plan itself, so neither direction is better.',
    unit: 'count',
    pupils: false,
    nature: 'stock',
    better: 'neither',
    terms: ['special-place', 'resource-base', 'stock'],
    condition: '3.3',
  }),
  metric({
    id: 'places.delivered',
    name: 'Special school places delivered',
    shortName: 'Special places delivered',
    definition:
      'Number of additional special school and resource base places that the plan named and that are in fact available on the last day of the month.',
    background: 'A place that is late usually means a child in a dearer independent place meanwhile.',
    unit: 'count',
    pupils: false,
    nature: 'stock',
    better: 'higher',
    terms: ['special-place', 'resource-base', 'inmss', 'stock'],
    condition: '3.3',
  }),
  metric({
    id: 'places.filled',
    name: 'Special school places filled',
    shortName: 'Special places filled',
    definition: 'Number of the delivered places that a child has taken up on the last day of the month.',
    background:
      'An empty delivered place is another thing than a place that was not delivered: the first is about admission, the second about building.',
    unit: 'count',
    nature: 'stock',
    better: 'higher',
    supporting: true,
    terms: ['special-place', 'stock'],
    condition: '3.3',
  }),
  metric({
    id: 'places.shortfall',
    name: 'Shortfall of special school places',
    shortName: 'Special places shortfall',
    definition:
      'Special school places due less special school places delivered on the last day of the month (156 due, 98 delivered: 58 short).',
    background: 'Above zero: fewer than promised. Below zero: ahead of the plan. Empty places are not in it.',
    unit: 'count',
    pupils: false,
    nature: 'stock',
    better: 'lower',
    derivation: { kind: 'difference', minuend: 'places.planned', subtrahend: 'places.delivered' },
    terms: ['special-place', 'stock'],
    condition: '3.3',
  }),
  metric({
    id: 'places.shortfall-cost',
    name: 'Cost of the shortfall of places',
    shortName: 'Cost of the places shortfall',
    definition:
      'What the council states that the missing special school places cost it, as stated for the month, in pounds.',
    background:
      'The council’s own estimate of dearer placements that the missing places made necessary; how it was worked out is not published.',
    unit: 'gbp',
    nature: 'stock',
    better: 'lower',
    terms: ['special-place', 'inmss'],
    condition: '3.3',
  }),
];
