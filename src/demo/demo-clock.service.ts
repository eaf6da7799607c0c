import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { ClockQueries } from '../platform/clock.queries.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { SettingsQueries } from '../platform/settings.queries.js';
import { AshbridgeStory } from './ashbridge-story.service.js';
import { bannerChoices, goOnAt, momentAt, type Positions } from './moments.js';
import type { Moment } from './stories.js';

const POSITIONS = 'demo.positions';
const KEEP_MS = 30_000;

/** The demo's time passes only while it runs, and each of its moments goes on where it was left. */
@Injectable()
export class DemoClock {
  private running = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ClockQueries,
    private readonly settings: SettingsQueries,
    private readonly config: Config,
    private readonly ashbridge: AshbridgeStory,
  ) {}

  /** Whether this installation is a demo. */
  get isDemo(): boolean {
    return this.running;
  }

  /** Whether this installation is a demo whose time a visitor may move. */
  get movable(): boolean {
    return this.running && this.config.startsAt === null;
  }

  choices() {
    return bannerChoices(this.clock.now());
  }

  /** Called once after the demo network was loaded. */
  async begin(): Promise<void> {
    await this.db.write((tx) => this.settings.save(tx, POSITIONS, {}));
    await this.clocks.runFrom(goOnAt('wednesday', {}));
  }

  /** Called at every start: goes on where the last run stopped. Does nothing where there is no demo. */
  async resume(): Promise<void> {
    const positions = await this.settings.read<Positions & { last?: string }>(POSITIONS);
    if (positions === null) return;
    this.running = true;
    if (!this.movable) return;
    if (positions.last !== undefined) await this.clocks.runFrom(new Date(positions.last));
    setInterval(() => void this.keep().catch(() => undefined), KEEP_MS).unref();
  }

  async moveTo(moment: Moment): Promise<void> {
    await this.keep();
    const positions = (await this.settings.read<Positions>(POSITIONS)) ?? {};
    if (moment === 'after') await this.ashbridge.live();
    await this.clocks.runFrom(goOnAt(moment, positions));
    await this.keep();
  }

  /** Remembers how far the present moment has run. */
  private async keep(): Promise<void> {
    const now = this.clock.now();
    const positions = (await this.settings.read<Positions>(POSITIONS)) ?? {};
    const kept = { ...positions, [momentAt(now)]: now.toISOString(), last: now.toISOString() };
    await this.db.write((tx) => this.settings.save(tx, POSITIONS, kept));
  }
}
