import { carefulRecords, type RecordParser } from './careful-records.ts';
import type { Delimiter } from './delimiter.ts';
import { splitPlain } from './plain-records.ts';

/** Takes a text piece by piece: simple records fast, and everything from the first odd one on with csv-parse. */
export function recordParser(delimiter: Delimiter): RecordParser {
  let held = '';
  let careful: RecordParser | undefined;
  return {
    async take(text) {
      if (careful !== undefined) return careful.take(text);
      const whole = held + text;
      const { records, from, odd } = splitPlain(whole, delimiter);
      held = whole.slice(from);
      if (!odd) return { records, broken: undefined };
      careful = carefulRecords(delimiter);
      const step = await careful.take(held);
      return { records: [...records, ...step.records], broken: step.broken };
    },
    async finish() {
      if (careful !== undefined) return careful.finish();
      // A last record that no line end ends.
      const last = carefulRecords(delimiter);
      const step = held === '' ? undefined : await last.take(held);
      if (step?.broken !== undefined) return step;
      const end = await last.finish();
      return { records: [...(step?.records ?? []), ...end.records], broken: end.broken };
    },
  };
}
