const LONGEST = 280;

/** A comment as a page quotes it: cut at a word when it is very long; all of it stands among the answers. */
export function quote(comment: string): string {
  if (comment.length <= LONGEST) return comment;
  return `${comment.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
