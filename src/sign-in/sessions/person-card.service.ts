import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { can } from '../../platform/permissions.js';
import { sayMoment } from '../../platform/say.js';
import {
  type PersonCard,
  PersonCards,
  type PersonCardSource,
  type PersonNamed,
} from '../../network/person/person-cards.service.js';
import { accountPermissions } from '../account/account.policy.js';
import { firstCodePermissions } from '../first-codes/first-codes.policy.js';
import { codeSheetFor, personSignOutPath } from '../paths.js';
import { type AccessFacts, SessionsQueries } from './sessions.queries.js';

/** On a person's page: whether and where they are signed in, for administrators, and how to help them in. */
@Injectable()
export class SignInCard implements PersonCardSource, OnModuleInit {
  readonly order = 90;

  constructor(
    private readonly cards: PersonCards,
    private readonly queries: SessionsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.cards.register(this);
  }

  async card(actor: Actor, person: PersonNamed): Promise<PersonCard | null> {
    if (!can(actor, firstCodePermissions.make)) return null;
    const facts = await this.queries.accessOf(person.id, this.clock.today());
    const rows = [
      ...(can(actor, accountPermissions.signOutOthers) ? [sessionsRow(facts, person)] : []),
      ...(facts.unitCode === null ? [] : [codeRow(facts.unitCode, person, facts.hasPassword)]),
    ];
    return rows.length === 0 ? null : { heading: t('Signing in'), rows, none: '' };
  }
}

const NO_NOTE = { note: null, tone: null };

function sessionsRow({ sessions, usedAt }: AccessFacts, { reference }: PersonNamed) {
  if (usedAt === null) return { text: t('Not signed in anywhere.'), href: null, ...NO_NOTE };
  const text = t(
    '{n, plural, one {Signed in in # browser, last used on {at}} other {Signed in in # browsers, last used on {at}}}',
    { n: sessions, at: sayMoment(usedAt) },
  );
  return { text, href: personSignOutPath(reference), ...NO_NOTE };
}

function codeRow(unitCode: string, { reference }: PersonNamed, hasPassword: boolean) {
  const note = hasPassword ? NO_NOTE : { note: t('no password yet'), tone: 'warn' };
  return { text: t('Print a code to choose a password'), href: codeSheetFor(unitCode, reference), ...note };
}
