import { Clock } from '../../src/platform/clock.js';

/** A clock that stands still until it is set. */
export class TestClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  override runFrom(moment: Date): void {
    this.at = moment;
  }

  set(iso: string): void {
    this.at = new Date(iso);
  }
}
