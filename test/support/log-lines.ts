import pino from 'pino';
import { LOG } from '../../src/platform/log.js';
import type { TestApp } from './app.js';

export type LogLine = Record<string, unknown>;

/** What the application writes to its log from now on, instead of standard output. Start it with CXU_LOG=info. */
export function logLinesOf(app: TestApp): LogLine[] {
  const lines: LogLine[] = [];
  const log = app.nest.get<Record<symbol, { write(line: string): void }>>(LOG);
  log[pino.symbols.streamSym]!.write = (line) => void lines.push(JSON.parse(line) as LogLine);
  return lines;
}
