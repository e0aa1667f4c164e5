import type { FilePorts } from '../../shared/api/ports.ts';
import { reportForms } from '../../shared/api/report-forms.ts';
import { fileReadings } from '../../shared/api/routes/file-readings.ts';
import { dryRun } from '../../shared/ingest/dry-run.ts';
import { guessFeed } from '../../shared/ingest/guess-feed.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { droppedFile } from '../clients/buckets.ts';
import { table } from '../clients/table.ts';
import { door } from '../door.ts';
import { httpHandler } from '../http-handler.ts';

const drops = dropStore(table);
const settings = settingStore(table);
const stores = { drops, settings, clock: door.clock };

const ports: FilePorts = {
  ...door,
  drops,
  settings,
  cells: cellStore(table),
  dryRun: (file) => dryRun(file, stores),
  guessFeed,
  fileOf: droppedFile(),
  formsOf: reportForms,
};

/** Reads a file for somebody: what it would say if it were dropped, and its report for people. It can write nothing. */
export const handler = httpHandler(fileReadings, () => ports);
