import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { themeMark } from '../comments/comment-lexemes.js';
import { FEWEST_COMMENTS } from '../comments/comments-shown.js';
import { type Edition, EditionsQueries } from './editions.queries.js';
import { type Matcher, matcherOf } from './matcher.js';
import type { PublishedTheme } from './published-theme.js';
import {
  type CommentToRead,
  countEnough,
  dueComments,
  holdComments,
  indexComments,
  indexed,
  lastSettled,
  markComments,
  newComments,
  noteAllRead,
  noteReadUpTo,
  readUpTo,
  type Tag,
  tagComments,
  unitsOf,
  unreadBy,
} from './reading.queries.js';
import { lookAtNewUnits } from './shown-by-month.queries.js';
import { ANY_COMMENT } from './theme-counts.queries.js';
import { StarterThemes } from './starter-themes.service.js';
import { ThemesQueries } from './themes.queries.js';

/** What a long reading tells about itself. */
export interface Reading {
  progress(done: number, total?: number): Promise<void>;
  cancelled(): Promise<boolean>;
}

const QUIETLY: Reading = { progress: () => Promise.resolve(), cancelled: () => Promise.resolve(false) };

/** Responses a transaction: with a third of them commented, about half a second. */
const BATCH = 5000;

/** Reads the comments that came, changed or went: for the search, and for what they speak of. */
@Injectable()
export class CommentReading {
  private readonly matchers = new Map<number, Matcher>();

  constructor(
    private readonly db: Database,
    private readonly editions: EditionsQueries,
    private readonly themes: ThemesQueries,
    private readonly starter: StarterThemes,
  ) {}

  /** Everything that waits, a batch a transaction; killed half way, it goes on where it was. */
  async keepUp(reading: Reading = QUIETLY): Promise<void> {
    await this.begin();
    const last = await this.db.write(lastSettled);
    const from = await this.db.write(readUpTo);
    await this.untilDone(reading, (tx) => this.readDue(tx));
    if (last === null) return;
    let at = from;
    while (at < last && !(await reading.cancelled())) {
      at = await this.db.write((tx) => this.readNew(tx, last));
      await reading.progress(at - from, last - from);
    }
    if (at >= last) await this.db.write(noteAllRead);
  }

  /** Reads all comments by the edition that is being built, and lets the pages go by it. */
  async build(reading: Reading = QUIETLY): Promise<void> {
    const total = await this.db.write(indexed);
    let read = 0;
    for (let batch = -1; batch !== 0;) {
      if (await reading.cancelled()) return;
      batch = await this.db.write((tx) => this.buildOn(tx));
      await reading.progress((read += batch), Math.max(read, total));
    }
    await this.forgetPast(reading);
  }

  /** The dictionaries that the product begins with, once. */
  async begin(): Promise<void> {
    if (await this.editions.current()) return;
    await this.db.write(async (tx) => {
      await holdComments(tx);
      if ((await this.editions.inUse(tx)).length > 0) return;
      for (const theme of this.starter.all()) await this.themes.add(tx, theme, false);
      const written = await this.themes.list(tx);
      await this.editions.publish(tx, written.map(asPublished), { personId: null, state: 'current' });
    });
  }

  private async readNew(tx: Tx, last: number): Promise<number> {
    await holdComments(tx);
    const { found, upTo } = await newComments(tx, last, BATCH);
    await this.read(
      tx,
      found,
      found.map(({ id }) => id),
    );
    await noteReadUpTo(tx, upTo);
    return upTo;
  }

  private async readDue(tx: Tx): Promise<number> {
    await holdComments(tx);
    const { found, ids } = await dueComments(tx, BATCH);
    if (ids.length === 0) return 0;
    const before = await unitsOf(tx, ids);
    await this.read(tx, found, ids);
    await countEnough(tx, FEWEST_COMMENTS, before);
    return ids.length;
  }

  /** @param ids all that were asked for; those without words count nowhere from now on */
  private async read(tx: Tx, found: readonly CommentToRead[], ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const editions = await this.editions.inUse(tx);
    const tags = editions.flatMap((edition) => this.tags(edition, found));
    await lookAtNewUnits(tx, ids);
    await indexComments(tx, ids, tags);
    await tagComments(
      tx,
      ids,
      editions.map(({ id }) => id),
      tags,
    );
    await countEnough(tx, FEWEST_COMMENTS, await unitsOf(tx, ids));
  }

  private async buildOn(tx: Tx): Promise<number> {
    await holdComments(tx);
    const edition = (await this.editions.inUse(tx)).find(({ state }) => state === 'building');
    if (!edition) return 0;
    const found = await unreadBy(tx, edition.id, BATCH);
    const ids = found.map(({ id }) => id);
    const tags = this.tags(edition, found);
    await markComments(tx, tags);
    await tagComments(tx, ids, [edition.id], tags);
    await this.editions.advance(tx, edition.id, ids.at(-1) ?? 0, ids.length);
    if (found.length < BATCH) await this.editions.makeCurrent(tx, edition.id);
    return found.length < BATCH ? 0 : found.length;
  }

  private tags(edition: Edition, found: readonly CommentToRead[]): Tag[] {
    const match = this.matcher(edition);
    const marks = new Map(edition.themes.map((theme) => [theme.id, themeMark(theme)]));
    return found.flatMap(({ id, comment }) =>
      [ANY_COMMENT, ...match(comment).map((theme) => theme.id)].map((themeId) => ({
        responseId: id,
        editionId: edition.id,
        themeId,
        mark: marks.get(themeId) ?? null,
      })),
    );
  }

  /** An edition never changes, so its matcher is made once. */
  private matcher({ id, themes }: Edition): Matcher {
    const match = this.matchers.get(id) ?? matcherOf(themes);
    return this.matchers.set(id, match) && match;
  }

  /** What older editions had found is of no use any more: one that is published again reads everything again. */
  private async forgetPast(reading: Reading): Promise<void> {
    for (let after: number | null = 0; after !== null;) {
      if (await reading.cancelled()) return;
      const from: number = after;
      after = await this.db.write((tx) => this.editions.forgetPast(tx, from, BATCH));
    }
  }

  private async untilDone(reading: Reading, step: (tx: Tx) => Promise<number>): Promise<void> {
    for (let done = BATCH; done > 0 && !(await reading.cancelled());) done = await this.db.write(step);
  }
}

export function asPublished({ id, key, driver, nameEn, nameCy, en, cy, matches, not }: PublishedTheme): PublishedTheme {
  return { id, key, driver, nameEn, nameCy, en, cy, matches, not };
}
