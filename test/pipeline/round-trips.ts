import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A client of the same table that counts how often it waited for answers: requests sent together are one round trip. */
export type CountingClient = {
  readonly client: DynamoDBDocumentClient;
  /** Round trips since the last time this was asked. */
  taken(): number;
};

export function countingClient({
  config: { endpoint, region, credentials },
}: DynamoDBClient): CountingClient {
  const plain = new DynamoDBClient({ ...(endpoint && { endpoint }), region, credentials });
  let waiting = 0;
  let trips = 0;
  plain.middlewareStack.add(
    (next) => async (given) => {
      if (waiting === 0) trips += 1;
      waiting += 1;
      try {
        return await next(given);
      } finally {
        waiting -= 1;
      }
    },
    { step: 'initialize', name: 'countRoundTrips' },
  );
  return {
    client: DynamoDBDocumentClient.from(plain),
    taken() {
      const found = trips;
      trips = 0;
      return found;
    },
  };
}
