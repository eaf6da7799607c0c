/**
 * Two pieces of markup are the same when they differ only in white space, in the order of attributes and classes, or in how
 * an entity is written. One line a tag or text, so that a difference reads well.
 */
export function normalised(html: string): string {
  const pieces = html.match(/<[^>]+>|[^<]+/g) ?? [];
  return pieces.map((piece) => (piece.startsWith('<') ? tag(piece) : words(piece))).filter(Boolean).join('\n');
}

function tag(piece: string): string {
  const [, open = '', rest = ''] = /^<(\/?[\w-]+)([^>]*?)\/?>$/.exec(piece) ?? [];
  const attributes = [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value]) => {
    if (value === undefined) return name;
    const sorted = name === 'class' ? value.trim().split(/\s+/).sort().join(' ') : words(value);
    return `${name}="${sorted}"`;
  });
  return `<${[open, ...attributes.sort()].join(' ')}>`;
}

function words(text: string): string {
  const plain = text
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&quot;', '"');
  return plain.replace(/\s+/g, ' ').trim();
}
