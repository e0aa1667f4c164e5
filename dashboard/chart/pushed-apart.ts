/**
 * The middles of labels in pixels, given and answered from the top down, so that none lies over another and all lie
 * within bounds where there is room for them.
 */
export function pushedApart(
  labels: readonly { readonly middle: number; readonly height: number }[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly number[] {
  let free = top;
  const middles = labels.map(({ middle, height }) => {
    const placed = Math.max(middle, free + height / 2);
    free = placed + height / 2;
    return placed;
  });
  // What was pushed out below moves up again, and takes with it what stands in its way.
  let least = bottom;
  return middles
    .toReversed()
    .map((middle, at) => {
      const height = labels.at(-1 - at)?.height ?? 0;
      const placed = Math.min(middle, least - height / 2);
      least = placed - height / 2;
      return placed;
    })
    .toReversed();
}
