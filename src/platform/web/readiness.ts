import { Injectable } from '@nestjs/common';

/** Whether this process takes more visitors. It does from the start on, until it was told to stop. */
@Injectable()
export class Readiness {
  private left = false;

  get isLeaving(): boolean {
    return this.left;
  }

  leave(): void {
    this.left = true;
  }
}
