/** A text that begins a line or a cell: `academic year 2024/25` is `Academic year 2024/25`. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
