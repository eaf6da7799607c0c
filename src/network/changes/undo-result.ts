/** What undoing the last import of a kind does, or would do: the JSON document of `cxu import undo network|people --json`. */
export type ImportKind = 'network' | 'people';

export type Target = 'region' | 'area' | 'area_region' | 'unit' | 'unit_area' | 'unit_merger' | 'person' | 'posting';

/** Rows of one table: those that came with the import and go, those that get their old words back, those that come back. */
export interface PutBack {
  target: Target;
  out: number;
  asBefore: number;
  back: number;
}

/** Something that came with the import and cannot go, because so many of it are held by something done since. */
export interface Holding {
  target: Target;
  /** Of the group that a module named (`traces.service.ts`), or `other`. */
  group: string;
  n: number;
}

export interface UndoResult {
  kind: ImportKind;
  dryRun: boolean;
  /** The import: a row of network_change, and the number of its file on the page of imports. */
  changeId: number;
  fileImportId: number | null;
  importedAt: string;
  /** When it was undone before this call; then nothing was done now. */
  undoneBefore: string | null;
  rows: PutBack[];
  /** What stays of what came with the import, each once, and what holds it. */
  stay: { target: Target; n: number }[];
  holding: Holding[];
}
