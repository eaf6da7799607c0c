import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';

/** What a list says about a course for one person. Null keeps what is there. */
export interface CourseState {
  /** 'Done', 'Due Friday 12 February'. */
  tag: { text: string; tone: 'today' | 'good' | 'warn' | 'bad' | 'brand' | null } | null;
  /** Beside the tag, in the place of the minutes: 'Step 2 of 5 saved'. */
  meta: string | null;
  /** Why this person should care: who asked for it, in one sentence. */
  why: string | null;
  /** What this person may do about it besides taking the course: ask for more time. */
  act?: { text: string; path: string } | null;
}

/** Somebody who knows how people stand with courses: learning (done, begun), assignments (due), campaigns (opens). */
export interface CourseStateSource {
  /** The states of those of the courses that there is something to say about, by course id. */
  statesFor(actor: Actor, courseIds: number[]): Promise<Map<number, CourseState>>;
}

const NOTHING: CourseState = { tag: null, meta: null, why: null };

/** Gathers the states. Where two sources speak of one course, the one further down the list of modules has the word. */
@Injectable()
export class CourseStates {
  private readonly sources: CourseStateSource[] = [];

  register(source: CourseStateSource): void {
    this.sources.push(source);
  }

  async of(actor: Actor, courseIds: number[]): Promise<(courseId: number) => CourseState> {
    const answers = await Promise.all(this.sources.map((source) => source.statesFor(actor, courseIds)));
    return (courseId) =>
      answers.reduce((state, answer) => {
        const said = answer.get(courseId) ?? NOTHING;
        return {
          tag: said.tag ?? state.tag,
          meta: said.meta ?? state.meta,
          why: said.why ?? state.why,
          act: said.act ?? state.act ?? null,
        };
      }, NOTHING);
  }
}
