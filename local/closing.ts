import { messageOf } from './cannot-start.ts';

/** What is to be closed, in the reverse order of its opening. */
export type Closing = {
  add(name: string, close: () => void | Promise<void>): void;
  /** Closes everything once, however often it is called; one that fails does not keep the others open. */
  close(): Promise<void>;
};

export function closing(report: (text: string) => void): Closing {
  const open: { name: string; close: () => void | Promise<void> }[] = [];
  let closed: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (let each = open.pop(); each; each = open.pop()) {
      try {
        await each.close();
      } catch (thrown) {
        report(`Cannot close ${each.name}: ${messageOf(thrown)}`);
      }
    }
  }

  return {
    add(name, close) {
      open.push({ name, close });
    },
    close() {
      closed ??= closeAll();
      return closed;
    },
  };
}
