import { crc32 } from 'node:zlib';

/** A checksum under way: `update` in order, then `digest`, big-endian. */
export type RunningDigest = { update(bytes: Uint8Array): unknown; digest(): Buffer };

export function runningCrc32(): RunningDigest {
  let value = 0;
  return {
    update(bytes) {
      value = crc32(bytes, value);
    },
    digest: () => bigEndian([value]),
  };
}

/** CRC-32C (Castagnoli), reflected polynomial 0x82F63B78. */
export function runningCrc32c(): RunningDigest {
  let value = 0xffffffff;
  return {
    update(bytes) {
      let crc = value;
      for (const byte of bytes) crc = (castagnoli[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
      value = crc;
    },
    digest: () => bigEndian([~value]),
  };
}

/** CRC-64/NVME, reflected polynomial 0x9A6C9329AC4BC9B5; two 32-bit halves, for BigInt is twenty times slower. */
export function runningCrc64Nvme(): RunningDigest {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update(bytes) {
      let h = high;
      let l = low;
      for (const byte of bytes) {
        const index = (l ^ byte) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (nvmeLow[index] ?? 0);
        h = (h >>> 8) ^ (nvmeHigh[index] ?? 0);
      }
      high = h;
      low = l;
    },
    digest: () => bigEndian([~high, ~low]),
  };
}

const castagnoli = new Int32Array(256).map((_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});

const nvmeHigh = new Int32Array(256);
const nvmeLow = new Int32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    const carry = low & 1;
    low = (low >>> 1) | (high << 31);
    high = high >>> 1;
    if (carry) {
      high ^= 0x9a6c9329;
      low ^= 0xac4bc9b5;
    }
  }
  nvmeHigh[byte] = high;
  nvmeLow[byte] = low;
}

function bigEndian(words: readonly number[]): Buffer {
  const bytes = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) bytes.writeUInt32BE(word >>> 0, index * 4);
  return bytes;
}
