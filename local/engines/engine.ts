/** An embedded service that listens. */
export type Engine = {
  /** Without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
};
