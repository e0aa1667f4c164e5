/** What goes wrong at one of the calls that a function makes to the world around it, counted from 0. */
export type Fault = {
  readonly at: number;
  /**
   * The process dies before the call takes effect; the call is refused; it takes effect and its answer is lost; or
   * the function is held up before it, while others run.
   */
  readonly kind: 'crash' | 'throttle' | 'lost' | 'pause';
};

/** Makes a call to the world: every read and write of a function goes through it, and may fail there. */
export type Touch = <T>(effect: () => T) => Promise<T>;

/** The call as it is when nothing goes wrong. */
export const untroubled: Touch = (effect) => new Promise((resolve) => resolve(effect()));

/** The error of a fault that the simulation brought about. */
export class InjectedFault extends Error {
  override readonly name = 'InjectedFault';
}

// Made once: where they were thrown says nothing, and finding it out takes time.
const DIED = new InjectedFault('the process has died');
const THROTTLED = new InjectedFault('throttled');
const LOST = new InjectedFault('the answer is lost');

export type Progress = 'ended' | 'paused';

/** One run of a function. */
export type Invocation = {
  readonly touch: Touch;
  /** True once its process has died: nothing that it does has effect any more. */
  dead(): boolean;
  /** Lets it work until its end or until it is held up. Never rejects: what the work throws is the work's to keep. */
  start(work: () => Promise<void>): Promise<Progress>;
  resume(): Promise<Progress>;
};

export function beginInvocation(faults: readonly Fault[]): Invocation {
  let calls = 0;
  let dead = false;
  let held: (() => void)[] = [];
  let notePause: () => void = () => undefined;
  let ended: Promise<Progress> = Promise.resolve('ended');

  const touch: Touch = (effect) => {
    if (dead) return Promise.reject(DIED);
    const at = calls;
    calls += 1;
    const fault = faults.find((each) => each.at === at);
    if (fault === undefined) return untroubled(effect);
    switch (fault.kind) {
      case 'crash':
        dead = true;
        return Promise.reject(DIED);
      case 'throttle':
        return Promise.reject(THROTTLED);
      case 'lost':
        return untroubled(effect).then(() => Promise.reject(LOST));
      case 'pause':
        return new Promise<void>((resolve) => {
          held.push(resolve);
          notePause();
        }).then(() => touch(effect));
    }
  };

  function paused(): Promise<Progress> {
    return new Promise((resolve) => {
      notePause = () => resolve('paused');
    });
  }

  return {
    touch: faults.length === 0 ? untroubled : touch,
    dead: () => dead,
    start(work) {
      const pause = paused();
      ended = work().then(() => 'ended');
      return Promise.race([ended, pause]);
    },
    resume() {
      const pause = paused();
      const waiting = held;
      held = [];
      for (const release of waiting) release();
      return Promise.race([ended, pause]);
    },
  };
}
