import { draftPath } from '../paths.js';
import { versionExportPath } from '../publishing/paths.js';

/** A draft as a file, with the list of its pictures. */
export const draftExportPath = (draftId: number) => `${draftPath(draftId)}/export`;

export const draftFilePath = (draftId: number) => `${draftExportPath(draftId)}/file`;

export const versionFilePath = (slug: string, number: number) => `${versionExportPath(slug, number)}/file`;

/** GET: the form; POST: a file or pasted text becomes a draft. */
export const importPath = () => '/studio/imports';
