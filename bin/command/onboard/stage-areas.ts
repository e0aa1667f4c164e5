import * as z from 'zod';

/** The text of a stage's file with a council added to its areas; undefined when it is there already, or it is no such file. */
export function withArea(text: string, area: string): string | undefined {
  const parsed = z.looseObject({ areas: z.array(z.string()) }).safeParse(JSON.parse(text));
  if (!parsed.success || parsed.data.areas.includes(area)) return undefined;
  const file = { ...parsed.data, areas: [...parsed.data.areas, area] };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
