import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendProblem } from '../api/send-problem.js';
import { isApi } from '../api/service-account.js';
import { ApiProblem } from '../api/api-problem.js';
import { failureOf } from '../database/failure.js';
import { isNoRoom } from '../files/no-room.js';
import { BadRequest, Forbidden, NotFound, RuleBroken, TooBusy } from '../errors.js';
import { msg, t } from '../language/t.js';
import { LOG, type Log } from '../log.js';
import { actorOf } from './by.js';
import { PostKeeperSlot } from './post-keeper.js';
import { Renderer } from './renderer.js';
import { page, seeOther } from './reply.js';
import { noteError } from './request-log.js';
import { NotLocked, PasswordNeeded, SharedDeviceSlot } from './shared-device.js';
import { SignInNeeded, signInPath } from './sign-in-needed.js';

/** One of views/errors; a null sentence prints that page's own. */
interface Answer {
  status: number;
  view:
    | 'apology'
    | 'bad-request'
    | 'expired'
    | 'forbidden'
    | 'no-room'
    | 'not-found'
    | 'too-large'
    | 'too-many-requests'
    | 'unavailable';
  title: string;
  sentence: string | null;
}

const APOLOGY: Answer = { status: 500, view: 'apology', title: msg('Something went wrong'), sentence: null };

/** Turns everything a handler can throw into one plain page with the right status. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly renderer: Renderer,
    @Inject(LOG) private readonly log: Log,
    private readonly keeper: PostKeeperSlot,
    private readonly shared: SharedDeviceSlot,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (isOurFault(error)) noteError(response, error);
    if (response.headersSent) return void response.end();
    try {
      if (isApi(request)) sendProblem(request, response, error, answerTo(error).status);
      else if (error instanceof SignInNeeded) await this.toSignIn(request, response);
      else if (error instanceof PasswordNeeded) await this.toPassword(request, response);
      else if (error instanceof NotLocked) await this.toEntrance(request, response);
      else await this.explain(error, request, response);
    } catch (second) {
      this.log.error({ err: second }, 'An error page failed');
      response
        .status(500)
        .type('text')
        .send(
          t('Sorry, something went wrong on our side. Please try again. If you ask for help, quote {id}.', {
            id: String(request.id),
          }),
        );
    }
  }

  private async explain(error: unknown, request: Request, response: Response): Promise<void> {
    const answer = answerTo(error);
    const wait = error instanceof BadRequest || error instanceof TooBusy ? error.retryAfterSeconds : null;
    if (wait !== null) response.set('Retry-After', String(wait));
    const layout = actorOf(request) === null ? 'bare' : 'main';
    const model = { title: t(answer.title), sentence: answer.sentence, requestId: String(request.id) };
    const options = { status: answer.status, layout, bench: true } as const;
    await this.renderer.send(request, response, page(`errors/${answer.view}`, model, options));
  }

  private async toSignIn(request: Request, response: Response): Promise<void> {
    const reads = ['GET', 'HEAD'].includes(request.method);
    const entrance = request.shared && this.shared.gate?.entrance;
    const kept = reads ? (entrance ?? signInPath(request.originalUrl)) : await this.keeper.keep(request, null);
    await this.renderer.send(request, response, seeOther(kept ?? entrance ?? '/sign-in'));
  }

  /** What was posted is a PIN of nobody's now: it is dropped. */
  private toEntrance(request: Request, response: Response): Promise<void> {
    return this.renderer.send(request, response, seeOther(this.shared.gate?.entrance ?? '/sign-in'));
  }

  /** What was posted waits until the password has been typed. */
  private async toPassword(request: Request, response: Response): Promise<void> {
    const reads = ['GET', 'HEAD'].includes(request.method);
    const next = reads ? request.originalUrl : await this.keeper.keep(request, actorOf(request));
    await this.renderer.send(request, response, seeOther(this.shared.gate?.passwordPath(next ?? '/') ?? '/sign-in'));
  }
}

function answerTo(error: unknown): Answer {
  if (error instanceof ApiProblem) return answerOf(error.status);
  if (error instanceof NotFound) return { ...NOT_FOUND, sentence: error.sentence };
  if (error instanceof Forbidden) return { ...FORBIDDEN, sentence: error.sentence };
  if (error instanceof RuleBroken)
    return { ...UNREADABLE, status: 422, title: msg('That can’t be done'), sentence: error.sentence };
  if (error instanceof BadRequest) return { ...answerOf(error.status), sentence: error.sentence };
  if (error instanceof TooBusy) return { ...BUSY, sentence: t(BUSY.sentence) };
  return answerOf(error instanceof HttpException ? error.getStatus() : foreignStatus(error));
}

/** It belongs in the log, once. */
const isOurFault = (error: unknown) =>
  !(error instanceof SignInNeeded) &&
  !(error instanceof PasswordNeeded) &&
  !(error instanceof NotLocked) &&
  !(error instanceof TooBusy) &&
  answerTo(error).status >= 500;

const NOT_FOUND: Answer = { status: 404, view: 'not-found', title: msg('Page not found'), sentence: null };
const FORBIDDEN: Answer = { status: 403, view: 'forbidden', title: msg('Not open to you'), sentence: null };
const UNREADABLE: Answer = { status: 400, view: 'bad-request', title: msg('That couldn’t be read'), sentence: null };

const BUSY: Answer & { sentence: string } = {
  status: 503,
  view: 'unavailable',
  title: msg('Many people are here'),
  sentence: msg('Many people are here at this moment. Wait a few seconds, then try again.'),
};

const BY_STATUS: Record<number, Answer> = {
  403: { status: 403, view: 'expired', title: msg('Send it again'), sentence: null },
  404: NOT_FOUND,
  413: { status: 413, view: 'too-large', title: msg('Too large'), sentence: null },
  429: { status: 429, view: 'too-many-requests', title: msg('Wait a moment'), sentence: null },
  503: { status: 503, view: 'unavailable', title: msg('Not ready yet'), sentence: null },
  507: { status: 507, view: 'no-room', title: msg('No room left'), sentence: null },
};

function answerOf(status: number | null): Answer {
  if (status !== null && BY_STATUS[status]) return BY_STATUS[status];
  return status !== null && status >= 400 && status < 500 ? { ...UNREADABLE, status } : APOLOGY;
}

const BY_FAILURE = { gone: 503, unreadable: 400 } as const;

/** What a failed statement means for the request, or the status that Express and the body parser put on their errors. */
function foreignStatus(error: unknown): number | null {
  const failure = failureOf(error);
  if (failure !== null) return BY_FAILURE[failure];
  if (isNoRoom(error)) return 507;
  const known = typeof error === 'object' && error !== null && 'status' in error && 'expose' in error;
  return known && typeof error.status === 'number' ? error.status : null;
}
