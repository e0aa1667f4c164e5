import { askedOnce } from '../../shared/api/asked-once.ts';
import { views } from '../../shared/api/routes/views.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { requestStore } from '../../shared/store/requests.ts';
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
  requests: requestStore(table),
};

/** Answers from what is stored: it can write nothing. */
export const handler = httpHandler(views, () => ({ ...ports, runs: askedOnce(ports.runs) }));
