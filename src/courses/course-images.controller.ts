import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../platform/errors.js';
import { t } from '../platform/language/t.js';
import { Can } from '../platform/permissions.js';
import { CoursesQueries } from './courses.queries.js';
import { coursePermissions } from './courses.policy.js';

/** The pictures in lessons. A name stands for one content for good, so a browser asks once. */
@Controller('content/images')
export class CourseImagesController {
  constructor(private readonly courses: CoursesQueries) {}

  @Get(':name')
  @Can(coursePermissions.browse)
  async show(@Param('name') name: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const image = /^[a-z0-9.-]{1,120}$/.test(name) ? await this.courses.image(name) : null;
    if (image === null) throw new NotFound(t('That picture isn’t here.'));
    response.set({
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox`,
      'X-Content-Type-Options': 'nosniff',
    });
    return new StreamableFile(image.bytes, { type: image.mediaType, length: image.bytes.length });
  }
}
