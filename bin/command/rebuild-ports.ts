import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { versionLister } from '../../functions/clients/all-versions.ts';
import { dropBucketIn } from '../../functions/clients/drop-bucket.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { isView } from '../../shared/recompute/part-names.ts';
import { carryRuns } from '../../shared/store/carry-runs.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { type SettingStore, settingStore } from '../../shared/store/settings.ts';
import { makeTableLike, removeTable } from './beside-table.ts';
import type { RebuildDeps } from './rebuild-command.ts';
import { clientOptions, type SystemPlace } from './system-place.ts';

/** The bucket and table of a running system, and the table `into` beside it. */
export function rebuildPorts(
  place: SystemPlace,
  into: string,
): Pick<RebuildDeps, 'source' | 'running' | 'target'> & { close(): void } {
  const s3 = new S3Client({
    ...clientOptions(place, 's3'),
    forcePathStyle: place.endpoints !== undefined,
  });
  const dynamodb = new DynamoDBClient(clientOptions(place, 'dynamodb'));
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const stores = (name: string) => ({
    drops: dropStore({ client, name }),
    cells: cellStore({ client, name }),
  });
  const runningSettings = settingStore({ client, name: place.table });
  return {
    source: {
      bucket: dropBucketIn(s3, place.dropsBucket),
      listing: versionLister(s3, place.dropsBucket),
      // Mappings are said by people and lie in no bucket.
      settings: runningSettings,
      // Of the machine: it only says when a drop was finished, which is not compared.
      clock: { now: () => new Date() },
    },
    running: stores(place.table),
    target: {
      ...stores(into),
      name: into,
      make: () => makeTableLike(dynamodb, place.table, into),
      remove: () => removeTable(dynamodb, into),
      carryRuns: (area) => carryRuns(area, { client, name: place.table }, { client, name: into }, isView),
      copySettings: (area) => copySettings(area, runningSettings, settingStore({ client, name: into })),
    },
    close() {
      s3.destroy();
      dynamodb.destroy();
    },
  };
}

/** Versions of settings that the other table lacks; each is appended as it stands, the first first. */
async function copySettings(area: string, from: SettingStore, to: SettingStore): Promise<number> {
  let copied = 0;
  for (const folder of [area, SHARED_AREA, UNKNOWN_AREA]) {
    const versions = (await from.list(folder)).toSorted((a, b) => a.version - b.version);
    for (const setting of versions) if (await to.append(setting)) copied += 1;
  }
  return copied;
}
