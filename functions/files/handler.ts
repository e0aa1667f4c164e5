import { fileReadings } from '../../shared/api/routes/file-readings.ts';
import { dryRun } from '../../shared/ingest/dry-run.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { table } from '../clients/table.ts';
import { door } from '../door.ts';
import { httpHandler } from '../http-handler.ts';

const stores = { drops: dropStore(table), settings: settingStore(table), clock: door.clock };

/** Reads a file for somebody: what it would say if it were dropped. It can write nothing. */
export const handler = httpHandler(fileReadings, { ...door, dryRun: (file) => dryRun(file, stores) });
