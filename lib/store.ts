import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';
import type { Settings } from './settings.ts';

/** What a function may do to the table. `Scan` is not in the list: nothing here needs it. A batch write may also remove: retention does (docs/decisions/0009). */
export type TableAction =
  | 'dynamodb:BatchGetItem'
  | 'dynamodb:BatchWriteItem'
  | 'dynamodb:GetItem'
  | 'dynamodb:PutItem'
  | 'dynamodb:Query'
  | 'dynamodb:UpdateItem';

const writes: readonly TableAction[] = ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];

export type StoreProps = { readonly key: DataKey } & NonNullable<Settings['table']>;

/** The one table: cells, drops, reports, runs, requests. Every key begins with the area. */
export class Store extends Construct {
  readonly table: TableV2;
  /** An empty one beside it, which will take its place (docs/runbooks/rebuild.md). */
  readonly next: TableV2 | undefined;
  readonly #key: DataKey;

  constructor(scope: Construct, id: string, { key, generation = 1, next }: StoreProps) {
    super(scope, id);
    this.#key = key;
    this.table = this.#tableOf(generation);
    this.next = next === undefined ? undefined : this.#tableOf(next);
  }

  #tableOf(generation: number): TableV2 {
    return new TableV2(this, generation === 1 ? 'Table' : `Table${generation}`, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.#key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // Housekeeping only: nothing is judged by whether an item has expired.
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Allows exactly these actions on the table, and the key with them. */
  grant(to: IGrantable, ...actions: readonly TableAction[]): void {
    this.table.grant(to, ...actions);
    if (actions.some((action) => writes.includes(action))) this.#key.grantWriting(to);
    else this.#key.grantReading(to);
  }
}
