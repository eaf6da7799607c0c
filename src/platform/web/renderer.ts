import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor, CoverHeld } from '../actor.js';
import { Config } from '../config.js';
import { LANGUAGE_NAMES, LANGUAGES, language, locale } from '../language/language.js';
import { t } from '../language/t.js';
import { initials, sayDate } from '../say.js';
import { BannerSlot } from './banner.js';
import { actorOf } from './by.js';
import { Csrf } from './csrf.js';
import { keepFlash, takeFlash } from './flash.js';
import { allowFrames } from './frames.js';
import { Navigation } from './navigation.js';
import { Download, Page, SeeOther } from './reply.js';
import { SharedDeviceSlot } from './shared-device.js';
import { rememberNothingTyped } from './shared-forms.js';
import { UnreadSlot } from './unread-slot.js';
import { Views } from './views.js';

/** Sends a reply: one render of the page, one of the layout around it. */
@Injectable()
export class Renderer {
  constructor(
    private readonly views: Views,
    private readonly navigation: Navigation,
    private readonly banner: BannerSlot,
    private readonly unread: UnreadSlot,
    private readonly shared: SharedDeviceSlot,
    private readonly csrf: Csrf,
    private readonly config: Config,
  ) {}

  async send(request: Request, response: Response, reply: Page | SeeOther | Download): Promise<void> {
    if (reply instanceof Page) await this.sendPage(request, response, reply);
    else if (reply instanceof SeeOther) this.redirect(response, reply);
    else sendDownload(response, reply);
  }

  private async sendPage(request: Request, response: Response, reply: Page): Promise<void> {
    const { layout = 'main', status = 200, frames } = reply.options;
    if (frames) allowFrames(response, frames);
    const unread = await this.unreadFor(request, layout, status);
    if (request.shared?.seat && status === 200 && request.method === 'GET') await this.shared.gate?.shown(request);
    const csrf = this.csrf.token(request, response);
    const body = this.views.render(reply.view, { ...reply.model, csrf, shared: request.shared !== undefined });
    const html = this.views.render(`layouts/${layout}`, {
      ...this.chrome(request, response, reply),
      unread,
      csrf,
      body,
    });
    const sent = request.shared ? rememberNothingTyped(html.toString()) : html.toString();
    sendUnkept(response.status(status), sent);
  }

  /** Only the main layout has room for it; a page about our own trouble asks the database for nothing. */
  private async unreadFor(request: Request, layout: string, status: number) {
    const actor = actorOf(request);
    const n = layout === 'main' && status < 500 && actor !== null ? await this.unread.of(actor) : 0;
    return n === 0
      ? null
      : {
          n: n > 99 ? '99+' : String(n),
          say: t('{n, plural, one {# unread message} other {# unread messages}}', { n }),
        };
  }

  private redirect(response: Response, reply: SeeOther): void {
    if (reply.flash !== null) keepFlash(response, reply.flash, this.config.secure);
    response.redirect(303, reply.path);
  }

  private chrome(request: Request, response: Response, reply: Page) {
    const actor = actorOf(request);
    const { theme = null, awning = false, bench = false } = reply.options;
    return {
      title: reply.model.title,
      view: reply.model,
      actor: actor && { name: actor.name, initials: initials(actor.name), covers: sayCovers(actor) },
      nav: this.navigation.linksFor(actor, request.path),
      // Its buttons post, so it needs the session that a request may have failed before.
      banner: request.session === undefined ? null : this.banner.current(request.path),
      flash: takeFlash(request, response),
      shared: this.shared.barOf(request),
      lang: locale(),
      language: switchFor(request),
      theme,
      awning,
      bench,
    };
  }
}

/** For whom somebody acts today, under their own name in the header. */
function sayCovers({ posts }: Actor): string[] {
  return posts.flatMap(({ cover }) => (cover === null ? [] : [sayCover(cover)]));
}

function sayCover({ forName, until }: CoverHeld): string {
  return until === null
    ? t('Covering for {name} until further notice', { name: forName })
    : t('Covering for {name} until {day}', { name: forName, day: sayDate(until) });
}

/** The other language, for the switch in the foot of every page; a page that was posted to is left for home. */
function switchFor(request: Request) {
  const to = LANGUAGES.find((one) => one !== language())!;
  return {
    to,
    name: LANGUAGE_NAMES[to],
    next: request.method === 'GET' ? request.originalUrl : '/',
    note: uncheckedNote(),
  };
}

/** Until a Welsh speaker has read the catalogue, its pages say so. */
function uncheckedNote(): string | null {
  return language() === 'cy' ? t('This translation has not been checked by a Welsh speaker yet.') : null;
}

/** No browser keeps the page, so none asks whether it has changed: a fingerprint of it would be worked out for nobody. */
function sendUnkept(response: Response, html: string): void {
  response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.set('Content-Length', String(Buffer.byteLength(html))).end(html);
}

function sendDownload(response: Response, reply: Download): void {
  response.type(reply.contentType).set('Cache-Control', 'no-store').attachment(reply.fileName).send(reply.body);
}
