import type { Gaps } from '../../api/outcomes.ts';
import type { LineId, ResultYear } from '../../chart/years/lines.ts';
import { yearFigure } from './year-figure.ts';

/** One result over the years as a picture: the council, others and the rest of the pupils. */
export function gapsChart(
  { years, unit, shortName }: Gaps,
  names: Readonly<Record<LineId, string>>,
): HTMLElement {
  return yearFigure({
    ...{ subject: shortName, axis: shortName, unit, years: years.map(drawnYear) },
    // The year of an edition beside a line would be taken for the year of its figure.
    names: { ...names, neighbours: 'Similar councils' },
  });
}

function drawnYear(year: Gaps['years'][number]): ResultYear {
  const { period, council, complement, region, national, neighbours, why, covid } = year;
  return {
    period,
    values: {
      ...{ council: council.value, complement: complement?.value ?? null, region: region.value },
      ...{ national: national.value, neighbours: neighbours.value },
    },
    silent: council.value === null && why !== null,
    covid: covid !== null,
  };
}
