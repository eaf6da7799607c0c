import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Driver, isDriver } from '../../platform/drivers.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { firstFree, slugOf } from '../../platform/slug.js';
import { EditionsQueries } from './editions.queries.js';
import type { PublishedTheme } from './published-theme.js';
import { BUILD_THEMES } from './reading.jobs.js';
import { asPublished } from './reading.service.js';
import { problemsOf, type ThemeText } from './theme-text.js';
import type { ThemeForm } from './themes.forms.js';
import { ThemesQueries, type WrittenTheme } from './themes.queries.js';

const LONGEST_KEY = 50;

/** Writing themes, and publishing them together. Nothing that is written changes a page before it is published. */
@Injectable()
export class Themes {
  constructor(
    private readonly db: Database,
    private readonly themes: ThemesQueries,
    private readonly editions: EditionsQueries,
  ) {}

  /** @returns the key of the new theme */
  async add(actor: Actor, form: ThemeForm): Promise<string> {
    return this.db.write(async (tx) => {
      const others = await this.themes.list(tx);
      const taken = others.map(({ key }) => key);
      const key = firstFree(slugOf(form.nameEn, LONGEST_KEY) || 'theme', ['new', ...taken]);
      const theme = textOf(key, form);
      nameIsFree(theme, others);
      const id = await this.themes.add(tx, theme, failing(theme, form));
      if (id === null) throw new RuleBroken(t('Somebody added this theme just now. Look at the list.'));
      await this.noted(tx, actor, id);
      return key;
    });
  }

  /** @throws RuleBroken for examples that come out otherwise (unless it is kept as a draft), or when somebody else saved it. */
  async save(actor: Actor, { id, key }: WrittenTheme, form: ThemeForm): Promise<void> {
    const theme = textOf(key, form);
    const change = {
      failing: failing(theme, form),
      retired: form.retired === 'yes',
      version: Number(form.version) || 0,
    };
    await this.db.write(async (tx) => {
      if (!change.retired) nameIsFree(theme, await this.themes.list(tx));
      if (!(await this.themes.save(tx, theme, change)))
        throw new RuleBroken(
          t('Somebody else saved this theme meanwhile. Copy what you wrote, and load the page anew.'),
        );
      await this.noted(tx, actor, id);
    });
  }

  /** All themes as they are written now. The same form sent twice is one edition. */
  async publish(actor: Actor, formToken: string): Promise<void> {
    const written = (await this.themes.list()).filter(({ retired }) => !retired);
    const bad = written.find(({ failing: fails }) => fails);
    if (bad)
      throw new RuleBroken(
        t('“{name}” is a draft whose examples come out otherwise. Put it right first.', { name: bad.nameEn }),
      );
    await this.build(actor, written.map(asPublished), { formToken });
  }

  /** An older edition again, as a new one. */
  async publishAgain(actor: Actor, id: number, formToken: string): Promise<void> {
    const old = await this.editions.one(id);
    if (!old) throw new NotFound();
    await this.build(actor, old.themes, { formToken, againOf: id });
  }

  private async build(actor: Actor, themes: readonly PublishedTheme[], by: { formToken: string; againOf?: number }) {
    await this.db.write(async (tx) => {
      if (await this.editions.sent(tx, by.formToken)) return;
      const id = await this.editions.publish(tx, themes, { ...by, personId: actor.personId, state: 'building' });
      if (id === null) throw new RuleBroken(t('An edition is being built already. Wait until the pages go by it.'));
      await tx.audit({
        actorId: actor.personId,
        action: 'feedback.publishThemes',
        subjectKind: 'themeEdition',
        subjectId: id,
      });
      await tx.enqueue(BUILD_THEMES, {});
    });
  }

  private noted(tx: Tx, { personId }: Actor, id: number): Promise<void> {
    return tx.audit({ actorId: personId, action: 'feedback.saveTheme', subjectKind: 'theme', subjectId: id });
  }
}

/** Two of a name could not be told apart on any page. @throws RuleBroken at the name that another theme has */
function nameIsFree({ key, nameEn, nameCy }: ThemeText, all: readonly WrittenTheme[]): void {
  const others = all.filter((one) => one.key !== key && !one.retired);
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const taken = others.some((one) => same(one.nameEn, nameEn)) ? 'nameEn' : 'nameCy';
  if (taken === 'nameEn' || others.some((one) => same(one.nameCy, nameCy)))
    throw new RuleBroken(t('There is a theme of this name already. Choose another name, or change that one.'), taken);
}

/** Whether a draft fails. @throws RuleBroken when it is to be more than a draft */
function failing(theme: ThemeText, { act }: ThemeForm): boolean {
  const [first] = problemsOf(theme);
  if (first && act !== 'draft') throw new RuleBroken(first.sentence, first.field);
  return first !== undefined;
}

export function textOf(key: string, form: ThemeForm): ThemeText {
  return {
    key,
    driver: isDriver(form.driver) ? (form.driver as Driver) : null,
    nameEn: form.nameEn,
    nameCy: form.nameCy,
    en: form.en,
    cy: form.cy,
    matches: linesOf(form.mustFind),
    not: linesOf(form.mustLeave),
  };
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
