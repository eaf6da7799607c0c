import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';

/** Where the build put style sheets, fonts and icons; names carry a hash of their content, so browsers keep them for good. */
export const ASSETS = join(root, 'dist/assets');

const manifest: Record<string, string> = existsSync(join(ASSETS, 'manifest.json'))
  ? (JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8')) as Record<string, string>)
  : {};

/** '/assets/cxu-3f2a.css' for 'cxu.css'. */
export function assetUrl(name: string): string {
  return `/assets/${manifest[name] ?? name}`;
}
