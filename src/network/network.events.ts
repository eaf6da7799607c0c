import { eventKind } from '../platform/events/event.js';

/** One file came in. The file is known by its SHA-256; counts are rows of it. */
export interface FileImported {
  sha256: string;
  read: number;
  new: number;
  moved: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

export const networkImported = eventKind<FileImported>('network.networkImported');
export const peopleImported = eventKind<FileImported>('network.peopleImported');
