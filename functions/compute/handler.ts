import { askedOnce } from '../../shared/api/asked-once.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { table } from '../clients/table.ts';
import { door } from '../door.ts';
import { httpHandler } from '../http-handler.ts';

const ports = {
  ...door,
  drops: dropStore(table),
  cells: cellStore(table),
  settings: settingStore(table),
  runs: runStore(table),
};

/** Answers what must be calculated from the facts. */
export const handler = httpHandler(calculations, () => ({ ...ports, runs: askedOnce(ports.runs) }));
