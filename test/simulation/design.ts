import type { IngestPorts } from '../../shared/ingest/ports.ts';
import type { NotifyPorts } from '../../shared/notify/notify-area.ts';
import type { RecomputePorts } from '../../shared/recompute/run-area.ts';
import type { Version } from './bucket.ts';
import type { Extent } from './history.ts';
import { type Show, showByFold } from './shown.ts';

/** What a deliberate fault is given: the world as a function of the product sees it, and what it must not touch. */
export type Surroundings = {
  readonly publish: NotifyPorts['publish'];
  /** Makes a run current without asking which one was. */
  readonly overwriteCurrent: RecomputePorts['runs']['flip'];
};

/** Puts a key into the line of its council. */
export type LineUp = (key: string) => Promise<void>;

/** How the product is put together. The deliberate faults put something else between it and the world. */
export type Design = {
  readonly ingest: (ports: IngestPorts) => IngestPorts;
  readonly recompute: (ports: RecomputePorts, around: Surroundings) => RecomputePorts;
  readonly show: Show;
  /** Lines a key up for its council. */
  readonly lineUp: (send: LineUp) => LineUp;
  /** An event that names a version was received. */
  readonly heard: (key: string, versionId: string) => void;
  /** The order in which a rebuild finds the versions of a key. */
  readonly rebuildOrder: (versions: readonly Version[]) => readonly Version[];
};

/** A design that is wrong on purpose, made anew for each history, and the extent in which it shows. */
export type FaultyDesign = { readonly extent: Extent; readonly design: () => Design };

/** The product as it is. */
export const asDesigned: Design = {
  ingest: (ports) => ports,
  recompute: (ports) => ports,
  show: showByFold,
  lineUp: (send) => send,
  heard: () => undefined,
  rebuildOrder: (versions) => versions,
};
