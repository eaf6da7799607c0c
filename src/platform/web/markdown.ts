import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { Lasting } from '../lasting.js';
import { Html } from './html.js';

const parser = new MarkdownIt({ html: false, linkify: false, typographer: true, quotes: '“”‘’' });

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'br', 'blockquote', 'code', 'hr'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['https', 'mailto'],
  allowProtocolRelative: false,
};

/** A few megabytes: the texts that are read at this time. */
const rendered = new Lasting<string, Html>(2_000);

/** Author's Markdown as markup: raw HTML stays text, links go to https, mailto or our own pages only. */
export function markdown(text: string): Html {
  return rendered.compute(text, () => new Html(sanitizeHtml(parser.render(text), ALLOWED)));
}
