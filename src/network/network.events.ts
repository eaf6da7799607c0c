import { eventKind } from '../platform/events/event.js';

/** One file came in and changed something. The file is known by its SHA-256; counts are rows of it. */
export interface FileImported {
  /** A row of network_change. */
  changeId: number;
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

/** The last import of a kind was taken back; both ids are rows of network_change. */
export const importUndone = eventKind<{ changeId: number; undoes: number }>('network.importUndone');

/**
 * Units stand elsewhere on days that may have passed, after an import or its undo: which unit on which days is in
 * network_change_unit by this id. Recorded in the transaction that moved them, after unit_place is right again.
 */
export const unitPlacesChanged = eventKind<{ changeId: number }>('network.unitPlacesChanged');

/** A source outside (single sign-on) gave a person roles for the whole network, or took them. */
export const roleGrantsChanged = eventKind<{ personId: number; granted: string[]; ended: string[] }>(
  'network.roleGrantsChanged',
);

/** An administrator changed somebody's postings, long leave, extra time, name or e-mail by hand; a row of person_change. */
export const personChanged = eventKind<{ personId: number; changeId: number }>('network.personChanged');
