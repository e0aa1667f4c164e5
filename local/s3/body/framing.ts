import { type Refusal, refuse } from '../protocol/refusal.ts';

export type Framing = {
  readonly awsChunked: boolean;
  /** Bytes of the object, framing taken off. */
  readonly length: number;
};

/** How the body is framed and how long it will be; refused before a byte is read when longer than `limit`. */
export function readFraming(headers: ReadonlyMap<string, string>, limit: number): Framing | Refusal {
  const awsChunked =
    contentCodings(headers).includes('aws-chunked') ||
    (headers.get('x-amz-content-sha256') ?? '').startsWith('STREAMING-');
  if (!awsChunked && headers.has('transfer-encoding')) {
    return refuse('NotImplemented', 'A header you provided implies functionality that is not implemented', {
      details: { Header: 'Transfer-Encoding' },
    });
  }
  const stated = headers.get(awsChunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (stated === undefined) {
    return refuse('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (!/^\d{1,15}$/.test(stated)) return refuse('InvalidArgument', 'The content length is not a number.');
  const length = Number(stated);
  return length > limit ? entityTooLarge(length, limit) : { awsChunked, length };
}

function entityTooLarge(proposed: number, limit: number): Refusal {
  return refuse('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
    details: { ProposedSize: String(proposed), MaxSizeAllowed: String(limit) },
  });
}

/** The codings of Content-Encoding, in order, lower-case. */
export function contentCodings(headers: ReadonlyMap<string, string>): string[] {
  return (headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
}
