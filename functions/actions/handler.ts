import { randomUUID } from 'node:crypto';
import { askedOnce } from '../../shared/api/asked-once.ts';
import type { ActionPorts } from '../../shared/api/ports.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { requestStore } from '../../shared/store/requests.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { putDrop } from '../clients/put-drop.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { signUpload } from '../clients/upload-address.ts';
import { door } from '../door.ts';
import { required } from '../environment.ts';
import { httpHandler } from '../http-handler.ts';

const ports: ActionPorts = {
  ...door,
  requests: requestStore(table),
  settings: settingStore(table),
  runs: runStore(table),
  dirty: (area) => sendMessage(required('DIRTY_QUEUE_URL'), { area }, area),
  requestRecompute: (area, request, again) =>
    sendMessage(required('DIRTY_QUEUE_URL'), { area, request, ...(again && { again }) }, area),
  putDrop: putDrop(required('DROPS_BUCKET')),
  signUpload: signUpload(required('DROPS_BUCKET')),
  newId: randomUUID,
};

/** Does what people and machines ask for. */
export const handler = httpHandler(actions, () => ({ ...ports, runs: askedOnce(ports.runs) }));
