export interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

/**
 * Which files still have to run, given those that ran before. Throws when the database and the files tell two
 * histories: a file edited after it ran, or a step that this version has never heard of.
 */
export function planMigrations(files: Migration[], ran: { name: string; sha256: string }[]): Migration[] {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const { name, sha256 } of ran) {
    const file = known.get(name);
    if (!file)
      throw new Error(`The database has run ${name}, which this version does not have. Start a newer version.`);
    if (file.sha256 !== sha256) throw new Error(edited(name));
  }
  const done = new Set(ran.map(({ name }) => name));
  return files.filter((file) => !done.has(file.name));
}

function edited(name: string): string {
  return (
    `migrations/${name} was edited after it had run here. Put the change in a new file; ` +
    `or, if the data is only for trying things out, start with an empty database (another CXU_DATA).`
  );
}
