/** The product's time: put times, known-at, what is overdue, when made. Never read from the air. */
export type Clock = { now(): Date };
