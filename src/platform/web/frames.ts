import type { Response } from 'express';

/**
 * Pages of ours inside pages of ours: `around` holds a frame, `inside` may stand in one. Every other page stays out of
 * frames, and no other site may frame any.
 */
export type Frames = 'around' | 'inside';

const POLICY = 'Content-Security-Policy';

export function allowFrames(response: Response, frames: Frames): void {
  const policy = String(response.getHeader(POLICY) ?? '');
  response.setHeader(
    POLICY,
    frames === 'inside'
      ? policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
      : `${policy};frame-src 'self'`,
  );
}
