/**
 * A browser writes what stands in the fields of a page into its profile, to bring back a tab that was closed, and offers what
 * was sent to whoever types next. On a shared device no form lets it, also where no script runs.
 */
export function rememberNothingTyped(html: string): string {
  return html.replaceAll('<form ', '<form autocomplete="off" ');
}
