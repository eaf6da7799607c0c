/** What those who wait are told of the import, the look at a file or the undo that stands before theirs. */
export interface ImportAhead {
  does: 'import' | 'look' | 'undo';
  /** Null of a look, which leaves nothing behind. */
  importId: number | null;
  fileName: string;
  /** Who began it; null for a command or a program. */
  name: string | null;
  /** The upload that it belongs to. */
  fileImportId: number | null;
}

/** For the command line. */
export function sayAhead(ahead: ImportAhead | null): string {
  const before = ahead === null ? 'Another import is under way.' : `${by(ahead, sayDoing(ahead))}.`;
  return `${before} This one begins when that ends.`;
}

/** For a program, which may not see the names of files and people; null when nothing is known. */
export function sayWhatLands(ahead: ImportAhead | null): string | null {
  if (ahead === null || ahead.importId === null) return null;
  return ahead.does === 'undo'
    ? `Import ${ahead.importId} is being undone. The same request does well when that has ended.`
    : `Import ${ahead.importId} is landing its answers. The same request does well when that has ended.`;
}

function sayDoing({ does, fileName, importId }: ImportAhead): string {
  if (does === 'look') return `${fileName} is being looked at`;
  return does === 'undo'
    ? `Import ${importId} (${fileName}) is being undone`
    : `${fileName} is being imported (import ${importId})`;
}

const by = ({ name }: ImportAhead, doing: string) => (name === null ? doing : `${doing} by ${name}`);
