/** PostgreSQL settings by name; values hold no spaces or quotes, since they travel on a command line. */
export type Settings = Record<string, string>;

/** For one small machine (2 cores, a few GB) that runs the web server as well. A commit is on disk when it returns. */
export const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  // In PostgreSQL's own folder, which nobody else may enter: a statement through it costs a third less than over TCP.
  unix_socket_directories: '.',
  max_connections: '60',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  synchronous_commit: 'on',
  // No replicas: a bulk load into a fresh table need not go through the log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Our queries are short; compiling them takes longer than running them.
  jit: 'off',
  // Containers often give /dev/shm only 64 MB, which parallel queries overrun.
  max_parallel_workers_per_gather: '1',
  io_workers: '2',
  // A query whose asker was killed ends within a second instead of holding its locks.
  client_connection_check_interval: '1000',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** For databases that are thrown away after a test run. */
export const TEST_SETTINGS: Settings = {
  ...SETTINGS,
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

/** The options that `pg_ctl start -o` hands to the server. */
export function serverOptions(port: number, settings: Settings): string {
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, ...flags].join(' ');
}
