import { reportDoor } from '../monitoring-report/ask-report.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { type Bench, type Figure, quantile, timed } from './figure.ts';

/** The quarterly monitoring report of the sample council, in each form, from the question to the last byte. */
export const reportBench: Bench = {
  name: 'report',
  async measure() {
    const known = await sampleCouncil();
    const forms = ['json', 'html', 'docx'] as const;
    const first = await timed(
      1,
      1,
      async () => await reportDoor(known).ask({ update: '2024-11', format: 'docx' }),
    );
    const door = reportDoor(known);
    const rows = [
      row('the first monitoring report as a Word document, libraries read and the run worked out', first),
    ];
    for (const format of forms) {
      const times = await timed(5, 1, async () => await door.ask({ update: '2024-11', format }));
      rows.push(row(`the next as ${format}, the run kept`, times));
    }
    return rows;
  },
};

function row(what: string, times: readonly number[]): Figure {
  const against = { name: 'budget', value: 3000 };
  return { what, value: quantile(times, 0.5), unit: 'ms', against, better: 'lower' };
}
