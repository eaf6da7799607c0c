/**
 * The ways in which a request can be wrong. Services throw these and never an HTTP exception; one filter in platform/web
 * turns them into pages. Anything else that is thrown is a bug: logged once, shown as a plain apology.
 */

/** The thing is not there, or it is out of the actor's reach: the two read the same on purpose. */
export class NotFound extends Error {
  constructor(readonly sentence: string | null = null) {
    super(sentence ?? 'Not found');
  }
}

/** The actor is known and the page exists for others; `sentence` says who can help. */
export class Forbidden extends Error {
  constructor(readonly sentence: string | null = null) {
    super(sentence ?? 'Forbidden');
  }
}

/** A business rule refused a change. `sentence` is shown as it is; `field` names the form field it belongs to. */
export class RuleBroken extends Error {
  constructor(
    readonly sentence: string,
    readonly field: string | null = null,
  ) {
    super(sentence);
  }
}

/** The request itself cannot be read (malformed, too large, tampered). `status` is an HTTP status from 400 to 429. */
export class BadRequest extends Error {
  constructor(
    readonly sentence: string,
    readonly status: 400 | 403 | 413 | 415 | 429 = 400,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(sentence);
  }
}

/** More is asked of this process at once than it can answer in good time; the same request does well in a few seconds. */
export class TooBusy extends Error {
  readonly retryAfterSeconds = 5;

  /** @param sentence what has to end first, for a program that asks; null when there is nothing to say of it */
  constructor(readonly sentence: string | null = null) {
    super('Too many requests at once');
  }
}
