import { type Refusal, refuse } from '../protocol/refusal.ts';
import { type ChecksumAlgorithm, isBase64Of, isChecksumValue, parseAlgorithm } from './checksum-algorithm.ts';

/** What a request says of its body's digests. */
export type ExpectedDigests = {
  /** Content-MD5, Base64. */
  readonly md5: string | null;
  /** From the signature, hexadecimal. */
  readonly sha256: string | null;
  /** `value` is null when it comes as a trailer. */
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string | null } | null;
};

const prefix = 'x-amz-checksum-';
const aboutChecksums = new Set(['mode', 'algorithm', 'type'].map((name) => prefix + name));

/** Reads Content-MD5, x-amz-content-sha256, x-amz-checksum-* and x-amz-trailer. */
export function readExpectedDigests(headers: ReadonlyMap<string, string>): ExpectedDigests | Refusal {
  const md5 = headers.get('content-md5') ?? null;
  if (md5 !== null && !isBase64Of(16, md5)) {
    return refuse('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  const stated = [...headers].filter(([name]) => name.startsWith(prefix) && !aboutChecksums.has(name));
  const trailing = headers.get('x-amz-trailer')?.toLowerCase();
  const [only, another] = [
    ...stated.map(([name, value]) => ({ name, value })),
    ...(trailing === undefined ? [] : [{ name: trailing, value: null }]),
  ];
  if (another !== undefined) {
    const message = 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.';
    return refuse('InvalidRequest', message);
  }
  const checksum = only === undefined ? null : readChecksum(only.name, only.value);
  if (checksum !== null && 'kind' in checksum) return checksum;
  const announced = headers.get('x-amz-sdk-checksum-algorithm');
  if (announced !== undefined && checksum?.algorithm !== announced.toUpperCase()) {
    const message = `x-amz-sdk-checksum-algorithm says ${announced}: a corresponding x-amz-checksum-* or x-amz-trailer header is needed.`;
    return refuse('InvalidRequest', message);
  }
  const sha256 = headers.get('x-amz-content-sha256') ?? '';
  return { md5, sha256: /^[0-9a-f]{64}$/i.test(sha256) ? sha256.toLowerCase() : null, checksum };
}

function readChecksum(name: string, value: string | null): ExpectedDigests['checksum'] | Refusal {
  const algorithm = name.startsWith(prefix) ? parseAlgorithm(name.slice(prefix.length)) : null;
  if (algorithm === null) {
    return refuse('NotImplemented', `${name} is not a checksum that this server can verify.`);
  }
  if (value !== null && !isChecksumValue(algorithm, value)) {
    return refuse('InvalidRequest', `Value for ${name} header is invalid.`);
  }
  return { algorithm, value };
}
