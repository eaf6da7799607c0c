import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { AdminAttention, type Attention } from '../../platform/web/admin-attention.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { checksPath } from '../paths.js';
import { RepairsQueries } from './repairs.queries.js';

const A_WEEK_MS = 7 * 24 * 3_600_000;

/** Tells the CX team and administrators for a week that figures were wrong: somebody may have read them. */
@Injectable()
export class WrongFigures implements OnModuleInit {
  constructor(
    private readonly attention: AdminAttention,
    private readonly repairs: RepairsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attention.register({ permission: feedbackPermissions.readImports, ask: () => this.ask() });
  }

  /** Null when nothing was found lately. */
  async ask(): Promise<Attention | null> {
    const now = this.clock.now();
    const n = await this.repairs.countSince(new Date(now.getTime() - A_WEEK_MS), now);
    if (n === 0) return null;
    return {
      text: t(
        '{n, plural, one {# figure of customer feedback was not the sum of its answers in the last week, and has been counted anew.} other {# figures of customer feedback were not the sum of their answers in the last week, and have been counted anew.}}',
        { n },
      ),
      action: { text: t('See which'), path: checksPath },
    };
  }
}
