/** Where Redis is: one server, the primary that Sentinels name, or a Cluster. As in the configuration, `session.store`. */
export interface RedisSettings {
  readonly kind: 'redis';
  /** redis://host:port, or rediss:// for TLS. */
  readonly url?: string | undefined;
  readonly sentinels?: readonly RedisAddress[] | undefined;
  /** What the Sentinels call the primary. */
  readonly name?: string | undefined;
  readonly clusterNodes?: readonly RedisAddress[] | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly passwordFile?: string | undefined;
  readonly sentinelUsername?: string | undefined;
  readonly sentinelPassword?: string | undefined;
  readonly sentinelPasswordFile?: string | undefined;
  readonly tls?: { readonly caFile?: string | undefined } | undefined;
  /** Before the name of every key. */
  readonly keyPrefix: string;
  /** Number of the database; a Cluster has one only. */
  readonly database: number;
}

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}
