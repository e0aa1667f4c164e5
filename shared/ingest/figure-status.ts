import { cut, type Read, read, unreadable } from '../reading/problem.ts';

/** Whether a figure is provisional; a revised or final one is an ordinary figure. */
export function readFigureStatus(text: string): Read<boolean> {
  switch (text.trim().toLowerCase()) {
    case 'provisional':
    case 'prov':
    case 'p':
      return read(true);
    case 'revised':
    case 'rev':
    case 'final':
      return read(false);
    default:
      return unreadable(
        'unknown-word',
        `Cannot take "${cut(text.trim())}" as a status. Write provisional, revised or final, or leave it empty.`,
      );
  }
}
