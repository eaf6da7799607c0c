import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { ReceivedUpload } from './upload-file.js';

/** What a handler takes beside its fields. */
export interface UploadOptions {
  /** Name of the file's input. */
  field: string;
  /** Bytes. */
  limit: number;
  /** `memory` for what is read at once (a picture, a zip of texts); `disk` for what is long, in constant memory. */
  keep: 'memory' | 'disk';
}

export const UPLOAD = 'cxu:upload';

export const MEGABYTE = 1024 * 1024;
export const GIGABYTE = 1024 * MEGABYTE;

declare module 'express-serve-static-core' {
  interface Request {
    upload?: ReceivedUpload;
  }
}

/**
 * The handler takes one file with its form: `@Upload({ field: 'file', limit: 5 * MEGABYTE, keep: 'memory' })`. The form is
 * `method="post" enctype="multipart/form-data"`, and `{{> csrf}}` stands before the file in it: nothing of a file is kept
 * before the token was read. Text fields are in `@Body()` as always, at most a hundred of them.
 */
export const Upload = (options: UploadOptions) => SetMetadata(UPLOAD, options);

/** `@Uploaded() upload: ReceivedUpload`: `upload.take()` is the file, or a sentence for the form. */
export const Uploaded = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<Request>().upload,
);
