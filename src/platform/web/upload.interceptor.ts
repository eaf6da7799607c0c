import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { finalize, type Observable } from 'rxjs';
import { Config } from '../config.js';
import { BadRequest } from '../errors.js';
import { t } from '../language/t.js';
import { Csrf } from './csrf.js';
import { ReceivedUpload } from './upload-file.js';
import { refusalOf, tooLarge } from './upload-refused.js';
import { arrivalOf, discardArrival, UploadStorage } from './upload-storage.js';
import { MEGABYTE, UPLOAD, type UploadOptions } from './upload.js';

/** Room for the other fields of a form and the lines between its parts. */
const BESIDE_THE_FILE = MEGABYTE;
const FIELDS = { fields: 100, fieldNameSize: 100, fieldSize: 200_000, fieldNestingDepth: 0, headerPairs: 20 };

/**
 * Reads forms that carry a file, where a handler takes one: after the permission was checked, and only past a good token.
 * Such forms are refused everywhere else, because the token of what nobody reads cannot be checked (csrf.ts lets them by).
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly readers = new Map<UploadOptions, RequestHandler>();

  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly csrf: Csrf,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const options = this.reflector.get<UploadOptions | undefined>(UPLOAD, context.getHandler());
    const multipart = Boolean(request.is('multipart'));
    if (options === undefined) {
      if (multipart && !['GET', 'HEAD'].includes(request.method))
        throw new BadRequest(t('No file is taken here.'), 415);
      return next.handle();
    }
    if (!multipart) throw new BadRequest(t('The form came without its file. Reload the page and send it again.'), 415);
    await this.receive(request, http.getResponse<Response>(), options);
    return next.handle().pipe(finalize(() => void discardArrival(request)));
  }

  private async receive(request: Request, response: Response, options: UploadOptions): Promise<void> {
    if (Number(request.headers['content-length'] ?? 0) > options.limit + BESIDE_THE_FILE) throw tooLarge(options.limit);
    try {
      await this.read(request, response, options);
      this.checkToken(request);
    } catch (error) {
      await discardArrival(request);
      throw refusalOf(error, options.limit);
    }
    request.upload = new ReceivedUpload(options.field, arrivalOf(request));
  }

  private read(request: Request, response: Response, options: UploadOptions): Promise<void> {
    const reader = this.readers.get(options) ?? this.readerOf(options);
    this.readers.set(options, reader);
    return new Promise((resolve, reject) => {
      void reader(request, response, (error?: unknown) => {
        if (error) reject(error instanceof Error ? error : new Error('The form could not be read.'));
        else resolve();
      });
    });
  }

  private readerOf({ field, limit, keep }: UploadOptions): RequestHandler {
    const reader = multer({
      storage: new UploadStorage(this.config.dataDir, keep),
      limits: { ...FIELDS, files: 1, fileSize: limit },
      defParamCharset: 'utf8',
      fileFilter: (request, _file, decide) => {
        try {
          this.checkToken(request);
          decide(null, true);
        } catch (error) {
          decide(error as Error);
        }
      },
    });
    return reader.single(field);
  }

  /** Asked when the file begins, with the fields that stood before it, and again when all is read. */
  private checkToken(request: Request): void {
    if (!this.csrf.accepts(request))
      throw new BadRequest(
        t('This form had been open too long to be sent. Go back, reload the page and choose the file again.'),
        403,
      );
  }
}
