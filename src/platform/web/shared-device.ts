/** A browser that several people of a unit share: what a request of it carries, and who answers for it. */
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../actor.js';
import type { Permission } from '../permissions.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** Absent in an ordinary browser. */
    shared?: SharedVisit;
  }
}

declare module 'express-session' {
  interface SessionData {
    /** The shared device on which this session began; it is worth nothing in any other browser. */
    sharedDevice?: number;
  }
}

export interface SharedDevice {
  id: number;
  /** As its unit calls it: 'Counter 2'. */
  name: string;
  unitId: number;
  unitCode: string;
  unitName: string;
}

/** How somebody came in. A PIN opens the work at the counter and no more. */
export type SharedWay = 'pin' | 'password';

/** Who is at work there. */
export interface SharedSeat {
  personId: number;
  way: SharedWay;
  /** The person as a password would let them in; null until the request knows. */
  whole: Actor | null;
}

export interface SharedVisit {
  device: SharedDevice;
  /** Null when it is locked, or nobody has come yet. */
  seat: SharedSeat | null;
}

/** What the layouts print on a shared device. */
export interface SharedBar {
  place: string;
  /** Null when nobody is signed in. */
  seat: {
    lockPath: string;
    herePath: string;
    draftPath: string;
    counterPath: string;
    warnAfter: number;
    lockAfter: number;
  } | null;
}

/** The sign-in module's answer for shared devices. */
export interface SharedDeviceGate {
  /** The page with the names, to which a locked device leads. */
  readonly entrance: string;
  /** Whether a request has anything to do with a shared device; asks nothing of the database. */
  concerns(request: Request): boolean;
  /** Says on the request which device it comes from and who is at work there; ends what has been idle too long. */
  enter(request: Request, response: Response): Promise<void>;
  /** Leaves of the actor what a PIN opens. */
  narrow(request: Request, response: Response): Promise<void>;
  /** Whether the actor may do this, but not with a PIN; the path that asks for the password. */
  passwordFor(request: Request, wanted: Permission): boolean;
  passwordPath(next: string): string;
  /** Remembers the page for whoever comes back to it. */
  shown(request: Request): Promise<void>;
  bar(visit: SharedVisit): SharedBar;
}

/** Holds the gate that the sign-in module registers; without one every browser is an ordinary one. */
@Injectable()
export class SharedDeviceSlot {
  private held: SharedDeviceGate | null = null;

  fill(gate: SharedDeviceGate): void {
    this.held = gate;
  }

  get gate(): SharedDeviceGate | null {
    return this.held;
  }

  /** What the layout prints; null in an ordinary browser. */
  barOf(request: Request): SharedBar | null {
    return (request.shared && this.held?.bar(request.shared)) ?? null;
  }
}

/** Only a shared device at which nobody is signed in has this: the filter leads to its names, or to signing in. */
export class NotLocked extends Error {}

/** A PIN does not open this: the filter asks for the password and leads back. */
export class PasswordNeeded extends Error {}
