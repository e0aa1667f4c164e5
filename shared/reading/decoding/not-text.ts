import { fileProblem } from '../problem.ts';
import type { TextEvent } from '../row-event.ts';

/** Takes decoded text piece by piece; a NUL, which text never has, ends it with its line. */
export function checkedText(): (text: string) => readonly TextEvent[] {
  let line = 1;
  return (text) => {
    const nul = text.indexOf('\0');
    if (nul === -1) {
      line += linesIn(text);
      return [{ kind: 'text', text }];
    }
    const before = text.slice(0, nul);
    const message = `Cannot read this file as text: it has a NUL byte on line ${line + linesIn(before)}, which text never has. Export it again, or save it as "CSV UTF-8 (comma delimited)", and drop that file.`;
    return [
      { kind: 'text', text: before },
      { kind: 'refused', problem: fileProblem('not-text', message) },
    ];
  };
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
