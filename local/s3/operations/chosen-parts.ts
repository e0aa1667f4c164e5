import { allAlgorithms } from '../body/checksum-algorithm.ts';
import { limits } from '../protocol/limits.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { malformedXml } from '../protocol/refusals.ts';
import type { Part } from '../store/upload.ts';
import type { UploadInProgress } from '../store/upload-store.ts';
import { unquote } from '../store/write-condition.ts';
import { childrenOf, childText, type XmlElement } from '../xml/read.ts';

/** A part as a completion names it. */
export type NamedPart = {
  readonly number: number;
  readonly etag: string;
  /** Checksums by algorithm, where the client repeats them. */
  readonly checksums: ReadonlyMap<string, string>;
};

export function readNamedParts(root: XmlElement): NamedPart[] | Refusal {
  const parts = childrenOf(root, 'Part').map((part) => ({
    number: Number(childText(part, 'PartNumber')?.trim() || Number.NaN),
    etag: unquote(childText(part, 'ETag') ?? ''),
    checksums: new Map<string, string>(
      allAlgorithms.flatMap((algorithm) => {
        const value = childText(part, `Checksum${algorithm}`);
        return value === null ? [] : [[algorithm, value.trim()] as const];
      }),
    ),
  }));
  if (parts.length === 0) return malformedXml('at least one Part is needed');
  if (parts.some(({ number, etag }) => !Number.isInteger(number) || etag === '')) {
    return malformedXml('each Part needs a PartNumber and an ETag');
  }
  return parts;
}

/** The uploaded parts that are named, checked as S3 checks them: order, existence, ETag, checksum, size. */
export function choosePartsOf(
  { upload, parts }: UploadInProgress,
  named: readonly NamedPart[],
): Part[] | Refusal {
  const chosen: Part[] = [];
  for (const one of named) {
    if (one.number <= (chosen.at(-1)?.number ?? 0)) {
      const message = 'The list of parts was not in ascending order. Parts must be ordered by part number.';
      return refuse('InvalidPartOrder', message, { details: { UploadId: upload.id } });
    }
    const part = parts.get(one.number);
    if (part === undefined || part.etag !== one.etag || !sameChecksum(part, one)) {
      const message =
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
      const details = { UploadId: upload.id, PartNumber: String(one.number), ETag: one.etag };
      return refuse('InvalidPart', message, { details });
    }
    chosen.push(part);
  }
  return tooSmall(chosen.slice(0, -1)) ?? chosen;
}

function sameChecksum({ checksum }: Part, { checksums }: NamedPart): boolean {
  const stated = checksum === null ? undefined : checksums.get(checksum.algorithm);
  return stated === undefined ? checksums.size === 0 : stated === checksum?.value;
}

function tooSmall(allButLast: readonly Part[]): Refusal | null {
  const small = allButLast.find(({ size }) => size < limits.smallestPartBytes);
  if (small === undefined) return null;
  return refuse('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    details: {
      ProposedSize: String(small.size),
      MinSizeAllowed: String(limits.smallestPartBytes),
      PartNumber: String(small.number),
      ETag: small.etag,
    },
  });
}
