import { MulterError } from 'multer';
import { BadRequest } from '../errors.js';
import { t } from '../language/t.js';
import { sayNumber } from '../say.js';
import { GIGABYTE, MEGABYTE } from './upload.js';

/** What the form reader says about a form, in the sender's words; anything else stays what it is. */
export function refusalOf(error: unknown, limit: number): unknown {
  if (error instanceof BadRequest) return error;
  if (error instanceof MulterError) return byCode(error.code, limit);
  return isMalformed(error) ? new BadRequest(unreadable()) : error;
}

export function tooLarge(limit: number): BadRequest {
  const size = saySize(limit);
  return new BadRequest(
    t('That file is larger than {size}, the most that is taken here. Go back and choose a smaller one.', { size }),
    413,
  );
}

function byCode(code: MulterError['code'], limit: number): BadRequest {
  if (code === 'LIMIT_FILE_SIZE') return tooLarge(limit);
  if (code === 'LIMIT_UNEXPECTED_FILE' || code === 'LIMIT_FILE_COUNT')
    return new BadRequest(t('Send one file at a time. Go back and choose one.'));
  if (code === 'LIMIT_FIELD_VALUE') return new BadRequest(t('A text in this form is too long. Shorten it.'), 413);
  return new BadRequest(unreadable());
}

const unreadable = () => t('The form did not arrive whole. Go back, reload the page and choose the file again.');

/** busboy throws plain errors with these beginnings. */
function isMalformed(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Multipart|Malformed|Unexpected end|Unsupported content|Missing Content|Request (aborted|closed|error))/i.test(
      error.message,
    )
  );
}

/** '5 MB', '2 GB'. */
export function saySize(bytes: number): string {
  if (bytes >= GIGABYTE) return t('{n} GB', { n: sayNumber(bytes / GIGABYTE, bytes % GIGABYTE === 0 ? 0 : 1) });
  if (bytes >= MEGABYTE) return t('{n} MB', { n: sayNumber(bytes / MEGABYTE, bytes % MEGABYTE === 0 ? 0 : 1) });
  return t('{n} KB', { n: sayNumber(Math.max(1, Math.ceil(bytes / 1024))) });
}
