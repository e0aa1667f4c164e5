import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Drop, type DropReport, terminalStates } from '../facts/drop.ts';
import { areaKey } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { dropSchema, reportSchema } from './schemas.ts';
import { getAll, isConditionFailed, queryPrefix, type Table } from './table.ts';

/** Drops of an area folder: their state, whose change to `accepted…` makes their cells visible, and their reports. */
export type DropStore = {
  /** All drops of an area folder, oldest put first. */
  list(area: string): Promise<readonly Drop[]>;
  /** The drops that exist among the ids. */
  find(area: string, ids: readonly string[]): Promise<readonly Drop[]>;
  report(area: string, id: string): Promise<DropReport | undefined>;
  saveReport(report: DropReport): Promise<void>;
  /** Writes the drop unless it is in a terminal state already; says whether it was written. */
  advance(drop: Drop): Promise<boolean>;
};

/** The drops kept in the table. */
export function dropStore(table: Table): DropStore {
  const key = (area: string, id: string) => ({ pk: areaKey(area), sk: `DROP#${id}` });
  return {
    async list(area) {
      const items = await queryPrefix(table, areaKey(area), 'DROP#');
      return items.map((item) => dropSchema.parse(item['drop']));
    },
    async find(area, ids) {
      const items = await getAll(
        table,
        ids.map((id) => key(area, id)),
      );
      return items.map((item) => dropSchema.parse(item['drop']));
    },
    async report(area, id) {
      const answer = await table.client.send(
        new GetCommand({
          TableName: table.name,
          Key: { pk: areaKey(area), sk: `REPORT#${id}` },
          ConsistentRead: true,
        }),
      );
      return answer.Item ? reportSchema.parse(unpack(answer.Item['report'])) : undefined;
    },
    async saveReport(report) {
      const Item = { pk: areaKey(report.area), sk: `REPORT#${report.id}`, report: pack(report) };
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },
    async advance(drop) {
      const states = Object.fromEntries(terminalStates.map((state, index) => [`:t${index}`, state]));
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...key(drop.area, drop.id), state: drop.state, drop },
            ConditionExpression: `attribute_not_exists(pk) OR NOT #state IN (${Object.keys(states).join(', ')})`,
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: states,
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
  };
}
