/** What is being waited for: `step` changes rarely, `detail` with every look. */
export type Progress = {
  readonly show: (step: string, detail?: string) => void;
  /** Takes the line away before a result is printed. */
  readonly clear: () => void;
};

export type Screen = { readonly isTTY?: boolean; write(text: string): unknown };

/** On a terminal one line that is overwritten; elsewhere (a log) one line for each new step. */
export function progressOn(screen: Screen): Progress {
  if (screen.isTTY === true) {
    const clearLine = '\r\u001b[2K';
    return {
      show: (step, detail) =>
        screen.write(`${clearLine}${step}${detail === undefined ? '' : ` (${detail})`}`),
      clear: () => screen.write(clearLine),
    };
  }
  let last: string | undefined;
  return {
    show: (step) => {
      if (step !== last) screen.write(`${step}\n`);
      last = step;
    },
    clear: () => undefined,
  };
}
