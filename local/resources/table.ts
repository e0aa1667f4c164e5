import * as z from 'zod';
import { identity } from '../template/scope.ts';
import type { KeyPart } from './declaration.ts';
import { type Interpreter, propertiesOf } from './interpreter.ts';
import { arnOf, generatedName } from './place.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const schema = z.object({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: keySchema })).default([]),
});

/**
 * CDK's `TableV2`. Capacity, recovery, encryption and replicas are AWS's own business. TTL is housekeeping, never
 * correctness (design.md), and the embedded engine has none.
 */
export const table: Interpreter = {
  type: 'AWS::DynamoDB::GlobalTable',
  interpret(resource, place) {
    const properties = propertiesOf(resource, schema);
    const name = properties.TableName ?? generatedName(place, resource.logicalId);
    return {
      identity: identity(name, {
        Arn: arnOf(place, 'dynamodb', `table/${name}`),
        TableId: name,
      }),
      declarations: [
        {
          kind: 'table',
          name,
          attributes: properties.AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
            name: AttributeName,
            type: AttributeType,
          })),
          key: keyOf(properties.KeySchema),
          indexes: properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => ({
            name: IndexName,
            key: keyOf(KeySchema),
          })),
        },
      ],
    };
  },
};

function keyOf(parts: z.output<typeof keySchema>): KeyPart[] {
  return parts.map(({ AttributeName, KeyType }) => ({ name: AttributeName, role: KeyType }));
}
