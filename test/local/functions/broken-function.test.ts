import { expect, test } from 'vitest';
import { CannotStart } from '../../../local/cannot-start.ts';
import { newFolder, remove, startSmallSystem } from '../fixtures/small-system.ts';

test('a function that does not load stops the start, says which, and leaves nothing open', async () => {
  const folder = newFolder();
  const start = startSmallSystem(folder, { worker: 'broken' });
  await expect(start).rejects.toThrow(CannotStart);
  await expect(start).rejects.toThrow(
    /functions\/broken\/handler\.ts: The module exports no function "handler"/,
  );
  // The directory is free again.
  const again = await startSmallSystem(folder);
  await again.runtime.stop();
  remove(folder);
});
