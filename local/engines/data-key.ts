import type { Server } from 'node:http';

/**
 * The key of table and buckets, in the place of AWS's key service. Nothing is encrypted on one machine; but while the
 * key is not enabled both refuse as they do there, so that its loss can be rehearsed (docs/runbooks/key-disabled.md).
 */
export type DataKey = { enabled: boolean };

/** What a disabled key does not touch: what a table is, not what is in it. */
const DESCRIBING = /\.(DescribeTable|ListTables)$/;

/** Has a server of DynamoDB refuse what needs the key while it is not enabled. */
export function behindKey(server: Server, key: DataKey): Server {
  const answering = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (key.enabled || DESCRIBING.test(String(request.headers['x-amz-target']))) {
      for (const answer of answering) Reflect.apply(answer, server, [request, response]);
      return;
    }
    request.resume();
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(
      JSON.stringify({
        __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException',
        message: 'KMS.DisabledException: the key of the table is disabled.',
      }),
    );
  });
  return server;
}
