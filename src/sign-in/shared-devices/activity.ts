/**
 * Whether a request shows that somebody is there. Following a link or sending a form does; what a page fetches by itself
 * (a bar that fills, a picture, a save) does not. Browsers say which it is (Fetch Metadata, `Sec-Fetch-Dest`); what comes
 * from one that does not say counts as somebody's.
 */
export function showsSomebody(destination: string | undefined): boolean {
  return destination === undefined || destination === 'document';
}
