/** What a new version means for those who are in an older one. */
export const PART_WAY = ['finish', 'move', 'startersOnly'] as const;

/**
 * `finish`: whoever is part-way finishes theirs; whoever had finished may take the new one. `move`: whoever is part-way
 * goes on in the new one, once they are done with the lesson or the quiz they are in. `startersOnly`: whoever began or
 * finished an older one stays with it.
 */
export type PartWay = (typeof PART_WAY)[number];
