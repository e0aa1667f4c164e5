import type { ActionPorts } from '../ports.ts';
import type { Route } from '../route.ts';
import { acknowledgeAlert } from './acknowledge.ts';
import { acknowledgeFinding } from './acknowledge-finding.ts';
import { putDueDays } from './due-days.ts';
import { putMapping } from './mappings.ts';
import { putOverride } from './overrides.ts';
import { putRebase } from './rebase.ts';
import { startRecompute } from './recompute.ts';
import { putReminderDays } from './reminder-days.ts';
import { putRule } from './rules.ts';
import { promoteScenario, putScenario } from './save-scenario.ts';
import { putSilence } from './silences.ts';
import { startUpload } from './uploads.ts';

/** The routes that functions/actions answers: what people and machines ask the system to do. */
export const actions: readonly Route<ActionPorts>[] = [
  startRecompute,
  startUpload,
  putMapping,
  putRule,
  acknowledgeFinding,
  acknowledgeAlert,
  putSilence,
  putDueDays,
  putReminderDays,
  putOverride,
  putRebase,
  putScenario,
  promoteScenario,
];
