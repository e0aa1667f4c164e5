import { json } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as z from 'zod';
import { handler } from '../../functions/api/handler.ts';

/** Asks the handler of the function api and prints how many milliseconds of processor each call took, by route. */

const [, , calls = '0', warmUp = '0'] = process.argv;
const { token, areas, asked } = z
  .object({
    token: z.string(),
    areas: z.array(z.string()),
    asked: z.array(z.object({ of: z.string(), path: z.string() })),
  })
  .parse(await json(process.stdin));

async function timesOf(path: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    // A step that shares no factor with their number goes round all of them.
    const area = areas[(at * 61) % areas.length] ?? '';
    const event = eventOf(path.replace('E06000054', area));
    const before = process.cpuUsage();
    const answered = await handler(event, context());
    const { user, system } = process.cpuUsage(before);
    const status = typeof answered === 'object' ? answered.statusCode : undefined;
    if (status !== 200 && status !== 404) throw new Error(`${path} answered ${status}`);
    times.push((user + system) / 1000);
  }
  return times;
}

// All routes share most of their code: what is compiled for the next would count for the first that is measured.
for (const { path } of asked) await timesOf(path, Number(warmUp));
const found: Record<string, number[]> = {};
for (const { of, path } of asked) found[of] = await timesOf(path, Number(calls));
process.stdout.write(JSON.stringify(found));

function eventOf(address: string): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(address, 'http://any');
  const query = Object.fromEntries(new URLSearchParams(search));
  return {
    ...{ version: '2.0', routeKey: 'ANY /api/v1/{proxy+}', rawPath: pathname, rawQueryString: search },
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' },
    ...(search !== '' && { queryStringParameters: query }),
    requestContext: {
      ...{ accountId: '1', apiId: 'a', domainName: 'a', domainPrefix: 'a', requestId: 'a', routeKey: 'a' },
      ...{ stage: '$default', time: '', timeEpoch: 0 },
      http: { method: 'GET', path: pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'a' },
    },
    isBase64Encoded: false,
  };
}

function context(): Context {
  return {
    ...{ callbackWaitsForEmptyEventLoop: true, functionName: 'api', functionVersion: '1' },
    ...{ invokedFunctionArn: 'arn:aws:lambda:eu-west-2:1:function:api', memoryLimitInMB: '1024' },
    ...{ awsRequestId: 'a', logGroupName: 'a', logStreamName: 'a', getRemainingTimeInMillis: () => 29_000 },
    ...{ done: () => undefined, fail: () => undefined, succeed: () => undefined },
  };
}
