/** What an import is busy with, in order; the first only when another one is under way. */
export type Phase = 'waiting' | 'reading' | 'comparing' | 'takingOver';
