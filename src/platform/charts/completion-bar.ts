import type { Html } from '../web/html.js';
import { decoration, finite, rect } from './svg.js';

interface CompletionBar {
  /** 0 to 1. */
  share: number;
  /** A dark tick, 0 to 1. */
  target?: number | null;
  /** Clearly behind: printed in the warning colour, and said in words beside the bar. */
  low?: boolean;
}

const [WIDTH, HEIGHT] = [120, 12];

/** How much is done; the number stands beside it. */
export function completionBar({ share, target = null, low = false }: CompletionBar): Html {
  const done = Math.min(1, Math.max(0, finite(share, 'the share')));
  const tick = target === null ? '' : rect(WIDTH * finite(target, 'the target') - 1, 0, 2, HEIGHT, 'c-target');
  const body = rect(0, 0, WIDTH, HEIGHT, 'c-track') + rect(0, 0, WIDTH * done, HEIGHT, 'c-fill') + tick;
  return decoration(WIDTH, HEIGHT, low ? 'chart--bar is-low' : 'chart--bar', body, true);
}
