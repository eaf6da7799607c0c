import { Injectable } from '@nestjs/common';
import { readAnswer } from '../../assessment/questions/posted-answer.js';
import type { Block } from '../../courses/blocks/block.js';
import { sayClosed } from '../../courses/course-window.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import type { LessonOutline } from '../../courses/course-version.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Completions } from '../completions/completions.service.js';
import { say, type Turn, turnsIn } from './conversation.js';
import { EvidenceQueries } from '../completions/evidence.queries.js';
import { type Place, stepsOf } from '../places/place.js';
import { MovingOn } from '../places/moving-on.service.js';
import { Places } from '../places/places.service.js';
import { afterLesson, backInto, type Onward } from '../steps.js';

/** What a form of the player says about the page it was on. */
export interface OnPage {
  actor: Actor;
  slug: string;
  /** The lesson, from 1. */
  position: number;
  /** The course version that the page showed. */
  versionId: number;
}

/** Everything a learner can do in a course. Nothing that a browser posts is believed but which choice was made. */
@Injectable()
export class LearningService {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesQueries,
    private readonly places: Places,
    private readonly evidence: EvidenceQueries,
    private readonly completions: Completions,
    private readonly movingOn: MovingOn,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts the course or goes on in it, in a newer version where its author takes people along.
   * @throws RuleBroken while the course is closed
   */
  async start(actor: Actor, slug: string): Promise<Place> {
    const place = await this.places.of(actor, slug);
    this.mustBeOpen(place);
    const moved = await this.db.write(async (tx) => {
      await this.evidence.enrol(tx, actor.personId, place.version.versionId);
      return this.movingOn.goOn(tx, actor.personId, place);
    });
    return moved ? this.places.of(actor, slug) : place;
  }

  /**
   * The lesson is read; the course may be finished with it.
   * @returns where to go on, and whether that is in a newer version
   */
  async readLesson(from: OnPage): Promise<{ onward: Onward; moved: boolean }> {
    const { place, lesson } = await this.lessonFor(from);
    const read = [...place.read, lesson.position];
    const onward = afterLesson({ ...stepsOf(place), read }, place.version.completionRule, lesson.position);
    const moved = await this.learn(from, place, async (tx, personId) => {
      await this.evidence.read(tx, personId, lesson.id);
      const bookmark = onward.to === 'lesson' ? onward.position : place.version.lessons.length + 1;
      await this.evidence.bookmark(tx, personId, place.version.versionId, bookmark, 1);
      const finished = await this.completions.settle(tx, personId, [place.version.versionId]);
      return !finished && this.movingOn.goOn(tx, personId, place);
    });
    return { onward: moved ? await this.onwardInNewer(from) : onward, moved };
  }

  /** @param posted the answer as the form holds it */
  async answerCheck(from: OnPage, key: string, posted: unknown): Promise<void> {
    const { place, lesson, block, at } = await this.blockFor(from, key, ['check']);
    const answer = readAnswer(block.question, posted);
    await this.learn(from, place, async (tx, personId) => {
      await this.evidence.answer(tx, personId, lesson.id, key, answer);
      await this.evidence.bookmark(tx, personId, place.version.versionId, lesson.position, at);
    });
  }

  /** @param shown how many turns the page had shown when the choice was made */
  async sayInScenario(from: OnPage, key: string, shown: number, turn: Turn): Promise<void> {
    const { place, lesson, block, at } = await this.blockFor(from, key, ['scenario']);
    await this.learn(from, place, async (tx, personId) => {
      const before = turnsIn(await this.evidence.latestAnswer(tx, personId, lesson.id, key));
      const turns = say(block, before, shown, turn);
      if (turns === null)
        throw new RuleBroken(t('The conversation has moved on since you opened that page. It goes on below.'));
      await this.evidence.answer(tx, personId, lesson.id, key, { turns });
      await this.evidence.bookmark(tx, personId, place.version.versionId, lesson.position, at);
    });
  }

  /** Clears a scenario or a check; what was said before stays in the record. */
  async startBlockAgain(from: OnPage, key: string): Promise<void> {
    const { place, lesson, at } = await this.blockFor(from, key, ['scenario', 'check']);
    await this.learn(from, place, async (tx, personId) => {
      await this.evidence.answer(tx, personId, lesson.id, key, {});
      await this.evidence.bookmark(tx, personId, place.version.versionId, lesson.position, at);
    });
  }

  private mustBeOpen({ closed }: Place): void {
    if (closed !== null) throw new RuleBroken(sayClosed(closed, this.clock.today()));
  }

  private learn<T>(from: OnPage, place: Place, work: (tx: Tx, personId: number) => Promise<T>): Promise<T> {
    return this.db.write(async (tx) => {
      await this.evidence.enrol(tx, from.actor.personId, place.version.versionId);
      return work(tx, from.actor.personId);
    });
  }

  private async onwardInNewer({ actor, slug }: OnPage): Promise<Onward> {
    const place = await this.places.of(actor, slug);
    if (place.finishedAt !== null) return { to: 'finished' };
    return backInto(stepsOf(place), place.enrolment?.lessonPosition ?? 1);
  }

  private async lessonFor(from: OnPage): Promise<{ place: Place; lesson: LessonOutline }> {
    const place = await this.places.of(from.actor, from.slug);
    this.mustBeOpen(place);
    if (place.version.versionId !== from.versionId) {
      throw new RuleBroken(
        t('This course was updated while you had it open. This is the new version: go on from here.'),
      );
    }
    const lesson = place.version.lessons.find((candidate) => candidate.position === from.position);
    if (lesson === undefined)
      throw new NotFound(t('This course doesn’t have that lesson. Open the course to see what is in it.'));
    return { place, lesson };
  }

  private async blockFor<K extends Block['kind']>(from: OnPage, key: string, kinds: K[]) {
    const found = await this.lessonFor(from);
    const blocks = await this.courses.blocks(found.lesson.id);
    const index = blocks.findIndex((block) => block.key === key && kinds.some((kind) => kind === block.kind));
    if (index < 0) throw new NotFound(t('That part isn’t in this lesson. Open the lesson again and go on from there.'));
    return { ...found, block: blocks[index] as Extract<Block, { kind: K }>, at: index + 1 };
  }
}
