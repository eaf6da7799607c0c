import { readdirSync, readFileSync } from 'node:fs';

/**
 * Milliseconds of processor time that processes have used since they began: all their threads and all their descendants,
 * the database's included. Linux only: /proc/<pid>/task/<tid>/schedstat counts nanoseconds, and what has ended is counted
 * with its parent in hundredths of a second (proc(5), cutime and cstime).
 */
export function cpuMilliseconds(pids) {
  return treeOf(pids).reduce((sum, pid) => sum + ofThreads(pid) + ofEndedChildren(pid), 0);
}

/** Read while the process lives. */
export function parentOf(pid) {
  return Number(statOf(pid)[1]);
}

function treeOf(pids) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    const parent = /^\d+$/.test(entry) ? statOf(entry)?.[1] : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), entry]);
  }
  const found = new Set();
  const add = (pid) => {
    if (found.has(pid)) return;
    found.add(pid);
    (children.get(pid) ?? []).forEach(add);
  };
  pids.map(String).forEach(add);
  return [...found];
}

function ofThreads(pid) {
  return orNothing(() =>
    readdirSync(`/proc/${pid}/task`).reduce(
      (sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      0,
    ),
  );
}

function ofEndedChildren(pid) {
  const fields = statOf(pid);
  return fields ? (Number(fields[13]) + Number(fields[14])) * 10 : 0;
}

/** The fields of /proc/<pid>/stat from the state on: the name before them may hold blanks. */
function statOf(pid) {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), null);
  return text === null ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** A process may end between two readings. */
function orNothing(read, nothing = 0) {
  try {
    return read();
  } catch {
    return nothing;
  }
}
