import type { IsoDate } from '../platform/dates.js';
import type { AnswersAsked } from './answers-asked.js';

/** Files of answers: the list, one of them, and the mapping of one. */
export const importsPath = '/feedback/imports';
export const importPath = (id: number): string => `${importsPath}/${id}`;
export const mappingPath = (id: number): string => `${importPath(id)}/mapping`;

/** An import of answers by its number in the history, whichever way it came; taking it back; and its rejected lines. */
export const pastImportPath = (importId: number): string => `/feedback/past-imports/${importId}`;
export const pastRejectsPath = (importId: number): string => `${pastImportPath(importId)}/rejects`;

/** When figures were checked, and what was put right. */
export const checksPath = '/feedback/checks';

/** Survey programmes. */
export const sourcesPath = '/feedback/sources';
export const newSourcePath = `${sourcesPath}/new`;
export const sourcePath = (id: number): string => `${sourcesPath}/${id}`;

/** A version of a source's mapping as a file, and a file's mapping form filled in by it. */
export const mappingFilePath = (sourceId: number, version: number): string =>
  `${sourcePath(sourceId)}/mapping.json?version=${version}`;
export const mappingByPath = (id: number, version: number): string => `${mappingPath(id)}?version=${version}`;

/** Where a mapping from somebody’s disk is sent to fill a file’s mapping form in. */
export const mappingFilledPath = (id: number): string => `${mappingPath(id)}/file`;

/** The answers behind a number: those of a unit, from one week to another (their Mondays) and of some customers when given. */
export function responsesPath(
  unitCode: string,
  weeks: { from: IsoDate; to: IsoDate } | null = null,
  { answered = null, felt = null }: Partial<AnswersAsked> = {},
): string {
  const asked = { ...(answered && { answered }), ...(felt && { felt }) };
  const query = new URLSearchParams({ unit: unitCode, ...(weeks ?? {}), ...asked });
  return `/feedback/responses?${query.toString()}`;
}

/** What customers wrote about a place, whose dashboard is at `placePath`. */
export const commentsPath = (placePath: string): string => `${placePath}/comments`;

/** What comments speak of: the rules, one theme, and what was published. */
export const themesPath = '/feedback/themes';
export const newThemePath = `${themesPath}/new`;
export const themePath = (key: string): string => `${themesPath}/${key}`;
export const themeEditionsPath = '/feedback/theme-editions';
