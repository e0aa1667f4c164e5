import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Clock } from '../clock.ts';
import type { Drop, DropReport } from '../facts/drop.ts';
import type { Tried, TriedFile } from '../ingest/dry-run.ts';
import type { OwnHeadings } from '../ingest/guess-feed.ts';
import type { CellStore } from '../store/cells.ts';
import type { DropStore } from '../store/drops.ts';
import type { RequestStore } from '../store/requests.ts';
import type { RunStore } from '../store/runs.ts';
import type { SettingStore } from '../store/settings.ts';
import type { Claims } from './authorise.ts';
import type { Form } from './route.ts';

/** What every function that answers requests needs of the world. */
export type DoorPorts = {
  /**
   * The claims of a token that holds; undefined for any other, and for all where no issuer is configured;
   * `unverifiable` while the issuer's keys cannot be had, which says nothing of the token.
   */
  readonly verify: (token: string) => Promise<Claims | undefined | 'unverifiable'>;
  readonly clock: Clock;
  /** The councils that this deployment serves. */
  readonly areas: readonly string[];
  /** What was deployed; absent on one machine. */
  readonly release?: string;
};

/** What the views need: they only read. */
export type ApiPorts = DoorPorts & {
  readonly drops: Pick<DropStore, 'list' | 'find' | 'report'>;
  readonly cells: Pick<CellStore, 'read'>;
  readonly runs: Pick<RunStore, 'current' | 'part'>;
  readonly requests: Pick<RequestStore, 'find'>;
  readonly settings: Pick<SettingStore, 'list'>;
};

/** What calculated answers need: the facts that they start from. */
export type ComputePorts = DoorPorts & {
  readonly drops: Pick<DropStore, 'list'>;
  readonly cells: Pick<CellStore, 'read'>;
  /** The current run says what is withheld from whom. */
  readonly runs: Pick<RunStore, 'current' | 'part'>;
  readonly settings: Pick<SettingStore, 'list'>;
};

/** What it takes to read a file for somebody. The reading comes in as ports: what describes routes need not hold it. */
export type FilePorts = Omit<ComputePorts, 'runs'> & {
  /** The report that a file would have if it were dropped now, and its cells; nothing is stored. */
  readonly dryRun: (file: TriedFile) => Promise<Tried>;
  /** The feed that a file seems to be of, by its headings; undefined where none is likely. */
  readonly guessFeed: (bytes: Bytes, own: OwnHeadings) => Promise<FeedDefinition | undefined>;
  /** The file of a drop; undefined where it is gone, or was a deletion. */
  readonly fileOf: (drop: Drop) => Promise<Bytes | undefined>;
  /** A report for people, as a page and as a workbook; the file is only asked for when the workbook is. */
  readonly formsOf: (report: DropReport, file: () => Promise<Bytes | undefined>) => readonly Form[];
  readonly drops: Pick<DropStore, 'find' | 'list' | 'report'>;
};

export type Bytes = AsyncIterable<Uint8Array>;

/** What the writes of people and machines need. */
export type ActionPorts = DoorPorts & {
  readonly requests: Pick<RequestStore, 'save'>;
  readonly settings: SettingStore;
  /** What somebody acts on: the current run. */
  readonly runs: Pick<RunStore, 'current' | 'part'>;
  /** Says that an area's figures, ratings or alerts may have changed. */
  readonly dirty: (area: string) => Promise<void>;
  /** Asks for a recompute of an area, named by the id of its request. */
  readonly requestRecompute: (area: string, requestId: string, again: boolean) => Promise<void>;
  /** Puts a file of the product's own into the drops bucket, as a council would. */
  readonly putDrop: (key: string, body: string) => Promise<void>;
  readonly signUpload: (upload: Upload) => Promise<SignedUpload>;
  readonly newId: () => string;
};

/** A file that somebody wants to put, by its key in the drops bucket. */
export type Upload = {
  readonly key: string;
  /** When it was known, as its object metadata will say; without it, the put time. */
  readonly knownAt?: string;
};

/** An address that takes the file by PUT until it expires (real time). */
export type SignedUpload = {
  readonly url: string;
  /** Headers that are part of the signature: the put must send them as they are. */
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
};
