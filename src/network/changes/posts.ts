/** Posts in a place, as a group of traces: whoever holds them would be nowhere without it. */
export const POSTS = 'network.posts';
