import type { DropState } from '../../shared/facts/drop.ts';

/** What must become of real files of a folder when they are dropped into a feed. Later feeds add theirs. */
export type Expectation = {
  /** Pattern below the folder that the command is given. */
  readonly files: string;
  readonly feed: string;
  readonly state: DropState;
  /** Codes of the first problem, any of which is right. */
  readonly codes: readonly string[];
  readonly why: string;
};

const refused = ['no-known-columns', 'missing-column', 'not-utf-8', 'not-text', 'duplicate-column'];

export const expectations: readonly Expectation[] = [
  'send-monthly',
  'finance-monthly',
  'trajectory',
  'published',
].map((feed) => ({
  files: '{dfe,lait,neighbours,codes,forecast}/**/*.csv',
  feed,
  state: 'quarantined',
  codes: refused,
  why: 'A national file in the folder of a council’s own feed is refused whole, with nothing stored',
}));
