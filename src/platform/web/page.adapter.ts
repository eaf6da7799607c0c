import type { RequestListener } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { CsvDownload } from './csv-download.js';
import { sendCsv } from './csv-sender.js';
import { FileDownload, sendFile } from './file-download.js';
import { Renderer } from './renderer.js';
import { Download, Page, SeeOther } from './reply.js';
import { limitedServer } from './server-limits.js';

/** Express, except that what our handlers return knows its own status: a Page, a SeeOther, a Download, a file or a table. */
export class PageAdapter extends ExpressAdapter {
  private renderer: Renderer | null = null;

  useRenderer(renderer: Renderer): void {
    this.renderer = renderer;
  }

  override initHttpServer(): void {
    this.httpServer = limitedServer(this.getInstance<RequestListener>());
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (body instanceof CsvDownload) return sendCsv(response.req, response, body);
    if (body instanceof FileDownload) return sendFile(response.req, response, body);
    if (body instanceof Page || body instanceof SeeOther || body instanceof Download) {
      return this.renderer?.send(response.req, response, body);
    }
    return super.reply(response, body, statusCode) as unknown;
  }
}
