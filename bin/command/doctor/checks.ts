import type { Check } from './check.ts';
import { alertsSent } from './checks/alerts-sent.ts';
import { apiAnswers } from './checks/api-answers.ts';
import { buckets } from './checks/buckets.ts';
import { clocksAgree } from './checks/clocks-agree.ts';
import { deadLetters } from './checks/dead-letters.ts';
import { disk } from './checks/disk.ts';
import { environmentHolds } from './checks/environment.ts';
import { feedsInTime } from './checks/feeds-in-time.ts';
import { filesTaken } from './checks/files-taken.ts';
import { identityProvider } from './checks/identity-provider.ts';
import { oneVersion } from './checks/one-version.ts';
import { runsAreNew } from './checks/runs-are-new.ts';
import { runsAreWhole } from './checks/runs-are-whole.ts';
import { settingsHold } from './checks/settings-hold.ts';
import { stageFile } from './checks/stage-file.ts';
import { storedTime } from './checks/stored-time.ts';
import { subscriptions } from './checks/subscriptions.ts';
import { table } from './checks/table.ts';
import type { MachinePorts, StagePorts, SystemPorts } from './ports.ts';

/** What is looked at in a system, on this machine and deployed alike; from the outside in. */
export const systemChecks: readonly Check<SystemPorts>[] = [
  apiAnswers,
  oneVersion,
  identityProvider,
  clocksAgree,
  buckets,
  table,
  settingsHold,
  filesTaken,
  deadLetters,
  runsAreNew,
  runsAreWhole,
  alertsSent,
  feedsInTime,
  subscriptions,
];

/** What is looked at besides of the machine that runs a local system. */
export const machineChecks: readonly Check<MachinePorts>[] = [environmentHolds, disk, storedTime];

/** What is looked at besides of a deployed stage. */
export const stageChecks: readonly Check<StagePorts>[] = [stageFile];
