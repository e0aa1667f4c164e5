/** Waits until all work is done, at most so long. */
export async function within(milliseconds: number, work: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([Promise.all(work), enough]);
  clearTimeout(timer);
}
