import type { Answers } from './answers.ts';

/** A setting as the API takes it: `PUT path` with this body and the version that is replaced. */
export type SettingRequest = { readonly path: string; readonly body: Readonly<Record<string, unknown>> };

/** The settings that a council's answers come to, of the same kinds that people settle over the API. */
export function settingRequests({ area, feeds, rules }: Answers): readonly SettingRequest[] {
  const at = `/api/v1/areas/${area}`;
  return [
    ...feeds.flatMap(({ feed, columns }) =>
      Object.keys(columns).length === 0 ? [] : [{ path: `${at}/mappings/${feed}`, body: { columns } }],
    ),
    ...feeds.flatMap(({ feed, due }) =>
      due === undefined ? [] : [{ path: `${at}/due-days/${feed}`, body: due }],
    ),
    ...Object.entries(rules).map(([metric, rule]) => ({ path: `${at}/rules/${metric}`, body: rule })),
  ];
}
