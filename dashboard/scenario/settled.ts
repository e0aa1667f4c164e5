/** Long enough to leave out what a slider only passes over, short enough to be taken for at once. */
const REST_MS = 120;

/**
 * Asks again whenever something has moved and come to rest, and shows only the answer to the last question: an
 * earlier one that comes late is dropped.
 */
export function whenSettled<Answered>(
  ask: () => Promise<Answered>,
  show: (answer: Answered) => void,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      asked += 1;
      const question = asked;
      void ask().then((answer) => {
        if (question === asked) show(answer);
      });
    }, REST_MS);
  };
}
