/** A column of a feed as the API names it: `owner_role` → `ownerRole`. */
export function apiName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
