import { councils } from './councils.ts';
import { formerCouncils } from './former-councils.ts';
import { neighbours2021 } from './neighbours-2021.ts';
import { neighbours2025 } from './neighbours-2025.ts';

/** The years in which the Department for Education published the model of statistical neighbours that are held. */
export const neighbourEditions = ['2021', '2025'] as const;
type NeighbourEdition = (typeof neighbourEditions)[number];

type Closeness = 'extremely close' | 'very close' | 'close' | 'somewhat close' | 'not close';

/** A council that is like another; `code` is null when it has been abolished since the edition. */
type Neighbour = {
  readonly code: string | null;
  readonly oldCode: string;
  readonly name: string;
  readonly closeness: Closeness;
};

export type Neighbours = Readonly<Record<NeighbourEdition, readonly Neighbour[]>>;

const published = { 2021: neighbours2021, 2025: neighbours2025 };

const closeness: Readonly<Record<string, Closeness>> = {
  e: 'extremely close',
  v: 'very close',
  c: 'close',
  s: 'somewhat close',
  n: 'not close',
};

// The three-digit number outlives a change of ONS code (Somerset, North Yorkshire, Barnsley, Sheffield): join on it.
const live = new Map(councils.map(([code, oldCode, name]) => [oldCode, { code, name }]));

/**
 * The ten statistical neighbours of a council in each edition, nearest first; takes its three-digit number.
 * Empty where the edition has none: a council that was formed later.
 */
export function neighboursOf(oldCode: string): Neighbours {
  return { 2021: readNeighbours(published[2021][oldCode]), 2025: readNeighbours(published[2025][oldCode]) };
}

function readNeighbours(line: string | undefined): readonly Neighbour[] {
  return line === undefined ? [] : line.split(' ').map(readNeighbour);
}

function readNeighbour(entry: string): Neighbour {
  const oldCode = entry.slice(0, 3);
  const how = closeness[entry.slice(3)];
  const council = live.get(oldCode);
  const name = council?.name ?? formerCouncils[oldCode];
  if (how === undefined || name === undefined) {
    throw new Error(
      `Cannot read the neighbour "${entry}": a council's number and a letter e, v, c, s or n are needed.`,
    );
  }
  return { code: council?.code ?? null, oldCode, name, closeness: how };
}
