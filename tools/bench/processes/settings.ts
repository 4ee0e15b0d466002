/** What a server of the benchmark is told when it starts: one argument, as JSON. */
export interface ServerSettings {
  /** For what it keeps. It is there, or can be made. */
  readonly folder: string;
  /** Where sessions are; by default in memory. */
  readonly store?: 'memory' | 'embedded' | 'redis';
  readonly redisUrl?: string;
  /** Are metrics collected? By default not, as in the configuration. */
  readonly metrics?: boolean;
  /** Threads that hash; by default one a core. */
  readonly threads?: number;
  /** Idle seconds after which sessions end; by default as in the configuration. */
  readonly idleSeconds?: { readonly http: number; readonly engine: number };
}

export function readSettings(): ServerSettings {
  return JSON.parse(process.argv[2] ?? '{}') as ServerSettings; // only the benchmark starts these processes
}
