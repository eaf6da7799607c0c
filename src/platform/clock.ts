import { Injectable } from '@nestjs/common';
import { type IsoDate, londonDate } from './dates.js';

/**
 * The product's time. It runs at the speed of real time from wherever it was set, so a demo can stand in February.
 * Sessions and throttles use real time instead.
 */
@Injectable()
export class Clock {
  private offset = 0;

  /** A clock that stands at a moment now and runs on from there; on real time where none is given. */
  static from(moment: Date | null): Clock {
    const clock = new Clock();
    if (moment !== null) clock.runFrom(moment);
    return clock;
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Today in London. */
  today(): IsoDate {
    return londonDate(this.now());
  }

  /** Lets the clock run on from a moment. */
  runFrom(moment: Date): void {
    this.offset = moment.getTime() - Date.now();
  }
}
