/** Characters in the name of a survey programme. */
export const LONGEST_SOURCE_NAME = 100;
