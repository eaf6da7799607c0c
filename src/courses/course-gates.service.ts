import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { type CourseWindow, isOpen } from './course-window.js';

/** Somebody who keeps courses closed until a day; campaigns does so for its theme days. */
export interface CourseGate {
  /** The windows of those of the courses that have one, by course id. */
  windows(courseIds: number[], actor: Actor, today: IsoDate): Promise<Map<number, CourseWindow>>;
}

/** Asks those who registered a gate. A course that no gate speaks for is open to all. */
@Injectable()
export class CourseGates {
  private readonly gates: CourseGate[] = [];

  register(gate: CourseGate): void {
    this.gates.push(gate);
  }

  /** The windows that keep courses closed to this person today, by course id; open courses are left out. */
  async closed(courseIds: number[], actor: Actor, today: IsoDate): Promise<Map<number, CourseWindow>> {
    const answers = await Promise.all(this.gates.map((gate) => gate.windows(courseIds, actor, today)));
    const windows = answers.flatMap((answer) => [...answer]);
    return new Map(windows.filter(([, window]) => !isOpen(window, today)));
  }
}
