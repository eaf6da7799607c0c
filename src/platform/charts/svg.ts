/**
 * The few SVG elements that the charts are made of. Geometry goes into attributes and colour into classes of
 * assets/scss/_chart.scss: so a chart follows the brand, prints, and passes a policy that forbids inline styles.
 */
import Handlebars from 'handlebars';
import { Html } from '../web/html.js';

export const escape = (text: string): string => Handlebars.escapeExpression(text);

/** @throws RangeError for NaN and the infinities: a chart never draws a number that is none. */
export function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`A chart cannot draw ${what} ${value}.`);
  return value;
}

/** A coordinate, to a tenth of a pixel. */
export function px(value: number): number {
  return Math.round(finite(value, 'at') * 10) / 10;
}

export type Anchor = 'start' | 'middle' | 'end';

export function text(x: number, y: number, words: string, css = '', anchor: Anchor = 'start'): string {
  const classes = css ? `ct ${css}` : 'ct';
  return `<text x="${px(x)}" y="${px(y)}" class="${classes}" text-anchor="${anchor}">${escape(words)}</text>`;
}

export function line(x1: number, y1: number, x2: number, y2: number, css: string): string {
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" class="${css}"/>`;
}

export function circle(x: number, y: number, radius: number, css: string): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" class="${css}"/>`;
}

/** A rectangle; `corner` is the radius of its corners. */
export function rect(x: number, y: number, width: number, height: number, css: string, corner = 0): string {
  const rounded = corner > 0 ? ` rx="${corner}"` : '';
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${rounded} class="${css}"/>`;
}

/** @param d made by d3-shape, which answers null for a shape without points. */
export function path(d: string | null, css: string): string {
  return d ? `<path d="${d}" class="${css}"/>` : '';
}

interface Picture {
  /** Unique in the page; the ids of title and description are made from it. */
  id: string;
  width: number;
  height: number;
  /** What the picture is, in a few words. */
  title: string;
  /** What it shows, in a sentence, for people who cannot see it. */
  desc: string;
  css?: string;
}

/** A chart that says something: an image with a title and a description. */
export function picture({ id, width, height, title, desc, css }: Picture, body: string): Html {
  const names = `aria-labelledby="${escape(id)}-t ${escape(id)}-d"`;
  const words = `<title id="${escape(id)}-t">${escape(title)}</title><desc id="${escape(id)}-d">${escape(desc)}</desc>`;
  const classes = css ? `chart ${css}` : 'chart';
  return new Html(`<svg class="${classes}" viewBox="0 0 ${width} ${height}" role="img" ${names}>${words}${body}</svg>`);
}

/** A mark beside a number that already says everything; screen readers pass over it. */
export function decoration(width: number, height: number, css: string, body: string, stretch = false): Html {
  const ratio = stretch ? ' preserveAspectRatio="none"' : '';
  return new Html(
    `<svg class="chart ${css}" viewBox="0 0 ${width} ${height}"${ratio} aria-hidden="true" focusable="false">${body}</svg>`,
  );
}
