export interface PidFile {
  pid: number;
  folder: string;
  port: number;
}

/** PostgreSQL's postmaster.pid: process, data folder, start time, port, one a line. Null when half written. */
export function readPidFile(text: string): PidFile | null {
  const [pid, folder, , port] = text.split('\n').map((line) => line.trim());
  if (!pid || !folder || !/^\d+$/.test(pid) || !port || !/^\d+$/.test(port)) return null;
  return { pid: Number(pid), folder, port: Number(port) };
}
