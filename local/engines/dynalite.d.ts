// dynalite 4 ships no types; this is the part used here (its readme).
declare module 'dynalite' {
  import type { Server } from 'node:http';

  function dynalite(options: {
    /** Folder of the LevelDB store. */
    readonly path: string;
    /** How long a table stays CREATING, milliseconds. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
  }): Server;
  export = dynalite;
}
