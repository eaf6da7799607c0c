import { eventKind } from '../platform/events/event.js';

/** All of a file's responses have landed. Recorded once per import; the rows are those with this import id. */
export const feedbackImported = eventKind<{ importId: number }>('feedback.imported');

/** Imports of answers have been taken back. Recorded once per undo; the imports are those with this undo id. */
export const answersUndone = eventKind<{ undoId: number }>('feedback.answersUndone');
