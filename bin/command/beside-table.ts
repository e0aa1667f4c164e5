import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';

const PATIENCE = { maxWaitTime: 120, minDelay: 1, maxDelay: 5 } as const;

/** What is known of a table; undefined when there is none of that name. */
export async function describedTable(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/**
 * Makes an empty table with the keys and the encryption of another. False, and nothing is done, when a table of the
 * new name is there already. Throws when the other one is not.
 */
export async function makeTableLike(client: DynamoDBClient, like: string, name: string): Promise<boolean> {
  const model = await describedTable(client, like);
  if (model === undefined) throw new Error(`There is no table ${like}`);
  if ((await describedTable(client, name)) !== undefined) return false;
  const key = model.SSEDescription?.KMSMasterKeyArn;
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: model.AttributeDefinitions,
      KeySchema: model.KeySchema,
      ...(key !== undefined && {
        SSESpecification: { Enabled: true, SSEType: 'KMS' as const, KMSMasterKeyId: key },
      }),
    }),
  );
  await waitUntilTableExists({ client, ...PATIENCE }, { TableName: name });
  return true;
}

export async function removeTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: name }));
  await waitUntilTableNotExists({ client, ...PATIENCE }, { TableName: name });
}
