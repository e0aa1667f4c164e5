import { areas } from '../../shared/catalogue/areas.ts';

/** Somebody whom the identity provider of one machine can stand in for. */
export type Role = {
  readonly id: string;
  readonly title: string;
  readonly scopes: readonly string[];
  readonly areas: readonly string[];
};

/** Who may be chosen at the local sign-in, where `served` are the councils of the system. */
export function rolesFor(served: readonly string[]): readonly Role[] {
  const other = areas.find(({ code }) => !served.includes(code));
  return [
    {
      id: 'officer',
      title: 'An officer, who sees all figures, sends files and takes on alerts',
      scopes: ['read', 'read-small-numbers', 'upload', 'operate'],
      areas: served,
    },
    {
      id: 'reader',
      title: 'A reader, who sees no counts below 10 and changes nothing',
      scopes: ['read'],
      areas: served,
    },
    {
      id: 'elsewhere',
      title: `An officer of another council (${other?.name ?? 'none of these'}), who sees none of these figures`,
      scopes: ['read', 'read-small-numbers'],
      areas: other === undefined ? [] : [other.code],
    },
  ];
}
