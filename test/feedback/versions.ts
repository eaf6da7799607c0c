/** What was said of each thing by which import, and what is in force when some of the imports are taken back. */
export class Versions {
  private imports: number[] = [];
  private readonly held = new Map<string, { importId: number; says: string }[]>();

  /** An import says something of things; one that says what is in force already adds nothing. */
  came(importId: number, things: readonly (readonly [name: string, says: string])[]): void {
    this.imports.push(importId);
    for (const [name, says] of things) {
      const versions = this.held.get(name) ?? [];
      if (versions.at(-1)?.says !== says) this.held.set(name, [...versions, { importId, says }]);
    }
  }

  went(importId: number): void {
    this.imports = this.imports.filter((one) => one !== importId);
    for (const [name, versions] of this.held)
      this.held.set(
        name,
        versions.filter((one) => one.importId !== importId),
      );
  }

  /** One of those that were not taken back, from 0 to 1; none when there is none. */
  importAt(which: number): number | undefined {
    return this.imports[Math.floor(which * this.imports.length)];
  }

  inForce(): string[] {
    return [...this.held].flatMap(([name, versions]) =>
      versions.length > 0 ? [`${name}: ${versions.at(-1)!.says}`] : [],
    );
  }
}
