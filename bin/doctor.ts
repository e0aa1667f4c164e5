import { readStage } from './command/deploy/read-stage.ts';
import { examine, notExamined, type Outcome } from './command/doctor/check.ts';
import { machineChecks, stageChecks, systemChecks } from './command/doctor/checks.ts';
import { type DoctorFlag, doctorFlags, doctorUsage, tell } from './command/doctor/doctor-command.ts';
import { machinePorts } from './command/doctor/machine-ports.ts';
import { systemPorts } from './command/doctor/system-ports.ts';
import { type Flags, parseFlags } from './command/flags.ts';
import { type ExitCode, exit, runCommand, terminal } from './command/run.ts';
import { deployedSystem, localSystem, type SystemPlace } from './command/system-place.ts';

process.exitCode = await runCommand(
  parseFlags(process.argv.slice(2), doctorFlags, { words: false, switches: ['json'] }),
  doctorUsage,
  terminal,
  run,
);

async function run({ stage, json }: Flags<DoctorFlag>): Promise<ExitCode> {
  const found = await (stage === undefined ? localSystem(process.env) : deployedSystem(stage, process.env));
  if (!found.ok && found.usage) {
    terminal.err(`${found.problem}\n\nSee npm run doctor -- --help`);
    return exit.usage;
  }
  const checks = [
    ...(found.ok ? await examined(found.place) : notExamined(systemChecks, found.problem)),
    ...(stage === undefined
      ? await examine(machineChecks, machinePorts(process.env))
      : await examine(stageChecks, {
          stage: () => readStage(stage),
          deployedAreas: found.ok ? found.place.areas : [],
        })),
  ];
  const healthy = checks.every(({ state }) => state === 'ok');
  const place = stage === undefined ? 'this machine' : `stage ${stage}`;
  const at = new Date().toISOString();
  return tell({ place, at, healthy, checks }, { json: json !== undefined, voice: terminal });
}

async function examined(place: SystemPlace): Promise<Outcome[]> {
  const { close, ...ports } = systemPorts(place);
  try {
    return await examine(systemChecks, ports);
  } finally {
    close();
  }
}
