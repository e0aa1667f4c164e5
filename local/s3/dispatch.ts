import { corsHeaders, preflight } from './cors.ts';
import { checkPresigned, isPresigned } from './protocol/presigned.ts';
import { isRefusal, type Refusal, refuse } from './protocol/refusal.ts';
import { keyDisabled, noSuchBucket } from './protocol/refusals.ts';
import type { Reply } from './protocol/reply.ts';
import type { S3Request } from './protocol/request.ts';
import { bucketRoutes, type Matching, objectRoutes, serviceRoutes } from './routes.ts';
import type { Service } from './service.ts';

/** Finds the operation that a request asks for and runs it; `realNow` is what expiries are checked against. */
export async function dispatch(
  service: Service,
  request: S3Request,
  realNow: Date,
): Promise<Reply | Refusal> {
  const { bucket: name, key, query } = request;
  const bucket = name === null ? undefined : service.buckets.get(name);
  if (name !== null && bucket === undefined) return noSuchBucket(name);
  if (request.method === 'OPTIONS') return preflight(request.headers, bucket?.config().cors ?? []);
  if (isPresigned(query)) {
    const refusal = checkPresigned(request, realNow);
    if (refusal !== null) return refusal;
  }
  if (bucket === undefined) {
    const route = findRoute(serviceRoutes, request);
    return isRefusal(route) ? route : await route.run(service, request);
  }
  if (key === null) {
    const route = findRoute(bucketRoutes, request);
    return isRefusal(route) ? route : await route.run(bucket, request, service);
  }
  if (!service.key.enabled) return keyDisabled();
  const route = findRoute(objectRoutes, request);
  return isRefusal(route)
    ? route
    : await route.run(bucket, { ...request, bucket: bucket.name, key }, service);
}

/** The headers that CORS adds to whatever the answer is. */
export function corsOf(service: Service, { bucket, headers, method }: S3Request): Record<string, string> {
  const rules = bucket === null ? undefined : service.buckets.get(bucket)?.config().cors;
  return method === 'OPTIONS' ? {} : corsHeaders(headers, method, rules ?? []);
}

/**
 * The first route that fits. A query parameter that it does not take is refused rather than passed over: `PUT
 * ?tagging` must never be taken for the object itself. Parameters that begin with `x-` carry no operation.
 */
function findRoute<R extends Matching>(routes: readonly R[], request: S3Request): R | Refusal {
  const { query, headers, method } = request;
  const route = routes.find(
    (one) =>
      one.method === method &&
      (one.when ?? []).every((name) => query.has(name)) &&
      (one.whenHeader === undefined || headers.has(one.whenHeader)),
  );
  const known = new Set([...(route?.when ?? []), ...(route?.takes ?? [])]);
  const strange = [...query.keys()].find((name) => !known.has(name) && !/^x-/i.test(name));
  if (route !== undefined && strange === undefined) return route;
  const what = strange === undefined ? method : `${method} with ?${strange}`;
  return refuse(
    'NotImplemented',
    `A header or query you provided implies functionality that is not implemented: ${what} is not something this local S3 does.`,
  );
}
