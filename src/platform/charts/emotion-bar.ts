import { Html } from '../web/html.js';
import { decoration, escape, finite, line, px, rect } from './svg.js';

/** Shares of the five emotions, 0 to 1, adding up to 1. */
export interface EmotionShares {
  delighted: number;
  satisfied: number;
  neutral: number;
  disappointed: number;
  irritated: number;
}

/** How far bars reach to either side of the centre line, in shares: give all bars of a table the same. */
export interface EmotionExtent {
  left: number;
  right: number;
}

interface EmotionBar {
  shares: EmotionShares;
  /** The bar in words, for people who cannot see it; null when the numbers stand beside it. */
  label: string | null;
  extent?: EmotionExtent;
}

const [WIDTH, HEIGHT] = [200, 28];
const LEFT_TO_RIGHT = ['irritated', 'disappointed', 'neutral', 'satisfied', 'delighted'] as const;

/** Five parts around a centre line that splits the neutral ones: unhappy to the left, happy to the right. */
export function emotionBar({ shares, label, extent = { left: 0, right: 0 } }: EmotionBar): Html {
  LEFT_TO_RIGHT.forEach((emotion) => finite(shares[emotion], `the share ${emotion}`));
  const own = emotionExtent([shares]);
  const left = Math.max(extent.left, own.left);
  const right = Math.max(extent.right, own.right);
  const perShare = WIDTH / Math.max(left + right, 0.01);
  let at = (left - own.left) * perShare;
  const parts = LEFT_TO_RIGHT.map((emotion) => {
    const width = shares[emotion] * perShare;
    const part = width > 0 ? rect(at, 4, Math.max(1, width - 1), HEIGHT - 8, `e-${emotion}`) : '';
    at += width;
    return part;
  });
  const body = parts.join('') + line(left * perShare, 0, left * perShare, HEIGHT, 'c-centre');
  return label === null ? decoration(WIDTH, HEIGHT, 'chart--row', body, true) : named(label, body);
}

/** The reach that holds every row of a table. */
export function emotionExtent(rows: readonly EmotionShares[]): EmotionExtent {
  const left = rows.map((row) => row.irritated + row.disappointed + row.neutral / 2);
  const right = rows.map((row) => row.delighted + row.satisfied + row.neutral / 2);
  return { left: Math.max(0, ...left), right: Math.max(0, ...right) };
}

function named(label: string, body: string): Html {
  const box = `viewBox="0 0 ${px(WIDTH)} ${px(HEIGHT)}" preserveAspectRatio="none"`;
  return new Html(`<svg class="chart chart--row" ${box} role="img" aria-label="${escape(label)}">${body}</svg>`);
}
