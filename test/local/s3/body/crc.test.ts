import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type RunningDigest,
  runningCrc32,
  runningCrc32c,
  runningCrc64Nvme,
} from '../../../../local/s3/body/crc.ts';

// The check values of the catalogue of parametrised CRC algorithms: the checksum of the text 123456789.
const published: [string, () => RunningDigest, string][] = [
  ['CRC-32/ISO-HDLC', runningCrc32, 'cbf43926'],
  ['CRC-32/ISCSI', runningCrc32c, 'e3069283'],
  ['CRC-64/NVME', runningCrc64Nvme, 'ae8b14860a799888'],
];

describe.each(published)('%s', (_name, start, check) => {
  test('has its published check value', () => {
    const running = start();
    running.update(Buffer.from('123456789'));
    expect(running.digest().toString('hex')).toBe(check);
  });

  test('does not depend on how the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (pieces) => {
        const cut = start();
        for (const piece of pieces) cut.update(piece);
        const whole = start();
        whole.update(Buffer.concat(pieces));
        expect(cut.digest()).toEqual(whole.digest());
      }),
    );
  });
});
