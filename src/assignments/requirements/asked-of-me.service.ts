import { Injectable, type OnModuleInit } from '@nestjs/common';
import { coursePath } from '../../courses/paths.js';
import { type AskedItem, AskedOfMe, type AskedSource } from '../../learning/record/asked-of-me.service.js';
import { sayMaker } from '../../network/cover/say-cover.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { moreTimePath } from '../paths.js';
import type { AssignedCourse } from './assigned-course.js';
import { type Decided, MyRequirementsQueries } from './my-requirements.queries.js';
import { requirementStatus, sayStatus, STATUS_TONE } from './requirement-status.js';
import { sayWhy } from './who-asked.js';

/** Says on my record what was asked of me, by whom and why, and what a manager settled for me. */
@Injectable()
export class AskedForRecord implements AskedSource, OnModuleInit {
  constructor(
    private readonly asked: AskedOfMe,
    private readonly requirements: MyRequirementsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.asked.register(this);
  }

  async itemsFor(actor: Actor): Promise<AskedItem[]> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const [assigned, decided] = await Promise.all([
      this.requirements.assignedTo(actor.personId, now),
      this.requirements.decidedFor(actor.personId, now),
    ]);
    return [...assigned.map((course) => openItem(course, today)), ...decided.map(settledItem)];
  }
}

function openItem({ slug, title, language, dueOn, reasons, wantedOn }: AssignedCourse, today: IsoDate): AskedItem {
  const facts = { dueOn, completedAt: null };
  const asked = wantedOn ? [t('You asked for time until {day}.', { day: sayDate(wantedOn, today) })] : [];
  return {
    path: coursePath(slug),
    title,
    lang: language === 'cy' ? 'cy' : null,
    tag: sayStatus(facts, today),
    tone: STATUS_TONE[requirementStatus(facts, today)],
    whys: [...reasons.map(sayWhy), ...asked],
    act: wantedOn ? null : { text: t('Ask for more time'), path: moreTimePath(slug) },
  };
}

function settledItem({ slug, title, kind, by, byFor, reason }: Decided): AskedItem {
  return {
    path: coursePath(slug),
    title,
    lang: null,
    tag: kind === 'waived' ? t('You need not do it') : t('Marked complete'),
    tone: kind === 'waived' ? null : 'good',
    whys: [t('{by} decided: “{why}”', { by: sayMaker(by, byFor), why: reason })],
    act: null,
  };
}
