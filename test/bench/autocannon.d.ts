// autocannon 9 ships no types; this is the part used here (its readme).
declare module 'autocannon' {
  type Options = {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly requests?: readonly { readonly path: string }[];
  };
  type Result = {
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly requests: { readonly average: number };
    readonly non2xx: number;
    readonly errors: number;
  };
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
