import { limits } from '../protocol/limits.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { malformedXml } from '../protocol/refusals.ts';
import type { S3Request } from '../protocol/request.ts';
import { readXml, type XmlElement } from '../xml/read.ts';
import { readBody } from './read-body.ts';

/** Reads a request's XML body, whose root must have the name. */
export async function readXmlBody(
  request: Pick<S3Request, 'headers' | 'body'>,
  root: string,
): Promise<XmlElement | Refusal> {
  const pieces: Uint8Array[] = [];
  const body = await readBody(request, limits.xmlBytes, (piece) => pieces.push(piece));
  if (isRefusal(body)) return body;
  const document = readXml(Buffer.concat(pieces).toString());
  if ('problem' in document) return malformedXml(document.problem);
  return document.name === root ? document : malformedXml(`the root is ${document.name}, ${root} is needed`);
}
