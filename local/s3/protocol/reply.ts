import type { FileHandle } from 'node:fs/promises';
import { type XmlContent, xmlDocument } from '../xml/write.ts';
import type { Refusal } from './refusal.ts';

/** A stretch of an open file; whoever sends the reply closes it. `length` is at least 1. */
export type FilePart = {
  readonly kind: 'file';
  readonly handle: FileHandle;
  readonly start: number;
  readonly length: number;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FilePart | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' };
};

export function emptyReply(status: number, headers: Record<string, string> = {}): Reply {
  return { status, headers, body: { kind: 'none' } };
}

export function xmlReply(root: string, content: XmlContent, headers: Record<string, string> = {}): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', ...headers },
    body: { kind: 'text', text: xmlDocument(root, content, 'http://s3.amazonaws.com/doc/2006-03-01/') },
  };
}

/** The error document; `resource` is the path that was asked for. */
export function refusalReply(refusal: Refusal, resource: string, requestId: string): Reply {
  if (refusal.status === 304) return emptyReply(304, refusal.headers);
  const text = xmlDocument('Error', [
    ['Code', refusal.code],
    ['Message', refusal.message],
    ...Object.entries(refusal.details),
    ['Resource', resource],
    ['RequestId', requestId],
  ]);
  return {
    status: refusal.status,
    headers: { 'content-type': 'application/xml', ...refusal.headers },
    body: { kind: 'text', text },
  };
}
