import { createHash, createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { SECRET } from '../../platform/secret.queries.js';
import { NetworkQueries, type UnitPlace } from '../../network/network.queries.js';
import { actingAs, reachAs, reaches } from '../../network/reach.js';
import { codeFrom } from './code.js';
import { CODE_MAKERS } from './first-codes.policy.js';
import { FirstCodesQueries, type PersonOfUnit } from './first-codes.queries.js';
import { whyNoCode, type WhyNot } from './who-may-have-one.js';

export interface Choice {
  person: PersonOfUnit;
  whyNot: WhyNot | null;
}

export interface CodeOnPaper {
  person: PersonOfUnit;
  code: string;
}

/** Makes codes for people of a unit to be printed and handed over. */
@Injectable()
export class FirstCodes {
  constructor(
    private readonly db: Database,
    private readonly queries: FirstCodesQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
    private readonly config: Config,
    @Inject(SECRET) private readonly secret: string,
  ) {}

  /** @throws NotFound for a unit that the actor does not lead, as for one that nobody knows */
  async unit(actor: Actor, code: string): Promise<UnitPlace> {
    const unit = await this.network.unitByCode(actingAs(actor, CODE_MAKERS), code);
    if (unit === null) throw new NotFound();
    return unit;
  }

  /** @throws RuleBroken for a code that was typed and names no unit that the actor leads */
  async unitIfLed(actor: Actor, code: string): Promise<UnitPlace> {
    return this.unit(actor, code).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
      throw new RuleBroken(t('None of your units has that code.'), 'unit');
    });
  }

  /** The people of a unit, and why some of them may not have a code. */
  async choices(actor: Actor, unit: UnitPlace): Promise<Choice[]> {
    const roles = rolesAt(actor, unit);
    const people = await this.queries.peopleOf(unit.id, this.clock.today());
    return people.map((person) => ({ person, whyNot: whyNoCode(actor, roles, person, unit.id) }));
  }

  /**
   * The codes of a sheet. A form that is sent twice makes one sheet, which can be seen for ten minutes and never again.
   * @throws RuleBroken when nobody fitting was chosen, the sheet was seen before, or passwords are not for everybody
   */
  async make(actor: Actor, unit: UnitPlace, formToken: string, references: readonly string[]): Promise<CodeOnPaper[]> {
    if (this.config.passwordOnlyFor !== null)
      throw new RuleBroken(t('People sign in with their company account here.'));
    const choices = await this.choices(actor, unit);
    const before = await this.queries.sheet(sha256(formToken));
    if (before !== null) return this.again(actor, before, choices, formToken);
    const chosen = choices.filter(({ person, whyNot }) => whyNot === null && references.includes(person.reference));
    if (chosen.length === 0) throw new RuleBroken(t('Choose who gets a code.'), 'person');
    const codes = this.codesFor(chosen, formToken);
    const made = await this.db.write((tx) => this.keep(tx, actor, unit, formToken, codes));
    return made ? codes : this.make(actor, unit, formToken, references);
  }

  /** @returns false when the same form was faster in another tab */
  private async keep(tx: Tx, actor: Actor, unit: UnitPlace, formToken: string, codes: readonly CodeOnPaper[]) {
    const sheetId = await this.queries.beginSheet(tx, sha256(formToken), actor.personId);
    if (sheetId === null) return false;
    const personIds = codes.map(({ person }) => person.personId);
    await this.queries.keep(
      tx,
      sheetId,
      personIds,
      codes.map(({ code }) => sha256(code)),
    );
    await tx.audit({
      actorId: actor.personId,
      action: 'signIn.madeFirstCodes',
      subjectKind: 'unit',
      subjectId: unit.id,
      detail: { sheetId, personIds },
    });
    return true;
  }

  private again(
    actor: Actor,
    { madeBy, fresh, personIds }: { madeBy: number; fresh: boolean; personIds: number[] },
    choices: readonly Choice[],
    formToken: string,
  ): CodeOnPaper[] {
    const still = choices.filter(({ person }) => personIds.includes(person.personId));
    if (madeBy !== actor.personId || !fresh || still.length === 0) {
      throw new RuleBroken(
        t('These codes were shown before and can’t be shown again. Choose people and make new ones.'),
      );
    }
    return this.codesFor(still, formToken);
  }

  /** Made out of the form's own secret, of which only a fingerprint is kept: the same form gives the same codes. */
  private codesFor(chosen: readonly Choice[], formToken: string): CodeOnPaper[] {
    return chosen.map(({ person }) => {
      const digest = createHmac('sha256', this.secret).update(`first code ${formToken} ${person.personId}`).digest();
      return { person, code: codeFrom(digest) };
    });
  }
}

/** In which of the makers' roles the actor leads this unit. */
function rolesAt(actor: Actor, unit: UnitPlace): Role[] {
  const place = { regionId: unit.regionId, areaId: unit.areaId, unitId: unit.id };
  return CODE_MAKERS.filter((role) => reaches(reachAs(actor, [role]), place));
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
