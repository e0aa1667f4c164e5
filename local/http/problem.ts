import { type ServerResponse, STATUS_CODES } from 'node:http';

export type HttpProblem = {
  readonly status: number;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Answers with RFC 9457 problem details. */
export function writeProblem(response: ServerResponse, { status, detail, headers = {} }: HttpProblem): void {
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
  });
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
