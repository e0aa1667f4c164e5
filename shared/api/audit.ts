import { createHash } from 'node:crypto';
import type { Claims } from './authorise.ts';
import type { DescribedRoute } from './route.ts';

/**
 * What is kept of a request that wrote, tried to, or was turned away: who, what, where and how it ended. Never a body,
 * a query, an id out of the path or a token: those may hold figures and names.
 */
export type AuditEntry = {
  readonly code: 'write' | 'refused';
  readonly method: string;
  /** The route as it is described, `/areas/{area}/recompute`; null where there is none. */
  readonly route: string | null;
  /** The area asked for, where it is written as one; null where the route has none. */
  readonly area: string | null;
  /** The token's subject; null where no token held. */
  readonly subject: string | null;
  /** HTTP status of the answer; 500 where a fault of ours prevented one. */
  readonly outcome: number;
};

/** Takes what is to be kept of a request. */
export type Audit = (entry: AuditEntry) => void;

type Asked = {
  readonly method: string;
  readonly route: Pick<DescribedRoute, 'path' | 'servedBy'> | undefined;
  readonly area: string | undefined;
  readonly caller: Claims | undefined;
};

/** What is to be kept of a request that ended so; undefined of a read that was let in. */
export function auditEntry({ method, route, area, caller }: Asked, outcome: number): AuditEntry | undefined {
  const refused = outcome === 401 || outcome === 403;
  if (!refused && route?.servedBy !== 'actions') return undefined;
  return {
    code: refused ? 'refused' : 'write',
    method,
    route: route?.path ?? null,
    area: area !== undefined && AREA.test(area) ? area : null,
    subject: caller === undefined ? null : subjectId(caller.subject),
    outcome,
  };
}

/** A council's code or a folder of ours: whatever else somebody writes into an address stays out of the log. */
const AREA = /^(?:[A-Z]\d{8}|_[a-z]{1,20})$/;
const LONGEST_SUBJECT = 100;

/** Some providers make an e-mail address the subject: that is told from others by its hash and not repeated. */
function subjectId(subject: string): string {
  return subject.includes('@')
    ? `sha256:${createHash('sha256').update(subject).digest('hex').slice(0, 16)}`
    : subject.slice(0, LONGEST_SUBJECT);
}
