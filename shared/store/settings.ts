import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Setting } from '../settings/setting.ts';
import { areaKey, shortened } from './keys.ts';
import { settingSchema } from './schemas.ts';
import { isConditionFailed, queryPrefix, type Table } from './table.ts';

/** What people settled for areas, every version of it. */
export type SettingStore = {
  /** All versions of all settings of an area, in no promised order. */
  list(area: string): Promise<readonly Setting[]>;
  /** Writes a version unless there is one of that number; says whether it was written. */
  append(setting: Setting): Promise<boolean>;
};

/** The settings kept in the table, one item a version. */
export function settingStore(table: Table): SettingStore {
  return {
    async list(area) {
      const items = await queryPrefix(table, areaKey(area), 'SETTING#');
      return items.map((item) => settingSchema.parse(item['setting']));
    },
    async append(setting) {
      const { area, kind, id, version } = setting;
      const number = String(version).padStart(8, '0');
      const sk = `SETTING#${kind}#${shortened(encodeURIComponent(id))}#${number}`;
      try {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { pk: areaKey(area), sk, setting },
            ConditionExpression: 'attribute_not_exists(pk)',
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
