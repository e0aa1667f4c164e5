import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';
import { monthAt } from '../../shared/period/month.ts';
import { type Bench, quantile, timed } from './figure.ts';

const ROWS = 20_000;

/** 20,000 rows of plan lines: read, checked and made into cells, beside csv-parse that only splits them. */
export const readingBench: Bench = {
  name: 'reading',
  async measure() {
    const feed = feedById('trajectory');
    if (!feed) throw new Error('The feed trajectory is gone');
    const lines = Array.from(
      { length: ROWS },
      (_, at) =>
        `plan-${Math.floor(at / 120)},mitigated,ehcp.active,${monthAt(2020 * 12 + (at % 120))},${5000 + at}`,
    );
    const bytes = Buffer.from(`trajectory,kind,metric,period,value\n${lines.join('\n')}\n`);
    const read = async () => {
      const { cells } = await readDrop({
        bytes: Readable.from(chunks(bytes)),
        filename: 'a.csv',
        feed,
        area: 'E06000054',
        now: new Date('2025-01-09'),
      });
      if (cells !== ROWS) throw new Error(`${cells} cells came of ${ROWS} rows`);
    };
    const split = async () => {
      for await (const _ of Readable.from(chunks(bytes)).pipe(parse())) {
        // Only splitting is measured.
      }
    };
    const peer = ROWS / (quantile(await timed(5, 2, split), 0.5) / 1000);
    const ours = ROWS / (quantile(await timed(5, 2, read), 0.5) / 1000);
    return [
      {
        what: 'rows read, checked and made into cells (trajectory, CSV of 20,000 rows)',
        value: ours,
        unit: 'rows/s',
        against: { name: 'csv-parse, splitting only', value: peer },
        better: 'higher',
      },
    ];
  },
};

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
