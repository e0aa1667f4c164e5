import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { projectRoot } from '../../lib/project.ts';
import { expanded, stepsOf } from './commands.ts';

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });

/** Runs what runbooks say, as somebody on duty would, in a folder and with an environment that it may change. */
export class Rehearsal {
  readonly environment: Record<string, string>;
  readonly #folder: string;
  /** Ends the system that runs now. */
  #stop: () => Promise<void>;

  constructor(folder: string, environment: Record<string, string>, stop: () => Promise<void>) {
    this.#folder = folder;
    this.environment = environment;
    this.#stop = stop;
  }

  /**
   * Carries out every step of a runbook; answers what each command printed. Fails at one that ends otherwise. `before`
   * is told before each command how many have been run.
   */
  async follow(
    runbook: string,
    before: (done: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> {
    const printed: string[] = [];
    for (const step of stepsOf(await readFile(`docs/runbooks/${runbook}`, 'utf8'))) {
      if (step.kind === 'stop') await this.stop();
      else {
        await before(printed.length);
        printed.push(await this.run(step.command, step.endsWith));
      }
    }
    return printed;
  }

  async run(command: string, endsWith = 0): Promise<string> {
    const { scripts } = manifest.parse(JSON.parse(await readFile('package.json', 'utf8')));
    const exported = /^export (\w+)=(.*)$/.exec(command);
    if (exported) {
      const [, name = '', value = ''] = exported;
      this.environment[name] = (await this.#shell(`printf %s ${value}`)).output;
      return '';
    }
    const line = expanded(command, scripts, projectRoot);
    if (/^npm start\b/.test(command)) return await this.#start(line);
    const { code, output } = await this.#shell(line);
    if (code !== endsWith) throw new Error(`${command} ended with ${code}, not ${endsWith}:\n${output}`);
    return output;
  }

  async stop(): Promise<void> {
    await this.#stop();
    this.#stop = () => Promise.resolve();
  }

  #spawn(line: string) {
    return spawn('bash', ['-c', line], {
      cwd: this.#folder,
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async #shell(line: string): Promise<{ code: number; output: string }> {
    const child = this.#spawn(line);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    const [code] = await once(child, 'close');
    return { code, output };
  }

  /** Starts a system and waits until it is ready; the next `stop` ends it. */
  async #start(line: string): Promise<string> {
    const child = this.#spawn(line);
    const ended = once(child, 'close');
    this.#stop = async () => {
      child.kill('SIGINT');
      await ended;
    };
    let output = '';
    const ready = new Promise<boolean>((resolve) => {
      const listen = (text: Buffer) => {
        output += text.toString();
        if (/^Ready /m.test(output)) resolve(true);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      void ended.then(() => resolve(false));
    });
    if (!(await ready)) throw new Error(`The system did not start:\n${output}`);
    return output;
  }
}
