import { createInterface } from 'node:readline/promises';

/**
 * Asks on the terminal; anything but yes is no, Ctrl-C and Ctrl-D too, so that whoever asked can tidy up. Where there
 * is no terminal nobody can be asked: no.
 */
export async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const gone = new Promise<string>((resolve) => {
    terminal.once('SIGINT', () => terminal.close());
    terminal.once('close', () => resolve(''));
  });
  try {
    return /^y(es)?$/i.test((await Promise.race([terminal.question(`${question} [y/N] `), gone])).trim());
  } catch {
    // Closing rejects a question that is still open.
    return false;
  } finally {
    terminal.close();
  }
}
