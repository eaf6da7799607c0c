import Handlebars from 'handlebars';

/** Markup that is safe as it stands. Only charts/ and markdown.ts make it; everything else a template prints is escaped. */
export class Html extends Handlebars.SafeString {}
