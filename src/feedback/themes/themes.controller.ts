import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { CommentSearch } from '../comments/comment-search.queries.js';
import { feedbackPermissions } from '../feedback.policy.js';
import { weeksUpTo } from '../metrics/period.js';
import { themePath, themesPath } from '../paths.js';
import { EditionsQueries } from './editions.queries.js';
import { ThemeCountsQueries } from './theme-counts.queries.js';
import { themePage } from './theme.presenter.js';
import { PublishForm, ThemeForm } from './themes.forms.js';
import { themesCsv, themesPage, TREND_WEEKS } from './themes.presenter.js';
import { ThemesQueries, type WrittenTheme } from './themes.queries.js';
import { Themes } from './themes.service.js';
import { tryOut } from './trial.js';

/** On how many of the newest comments rules are tried. */
const TRIED_ON = 500;

/** The dictionaries of what comments speak of: for the CX team. */
@Controller('feedback')
export class ThemesController {
  constructor(
    private readonly service: Themes,
    private readonly themes: ThemesQueries,
    private readonly editions: EditionsQueries,
    private readonly counts: ThemeCountsQueries,
    private readonly comments: CommentSearch,
    private readonly clock: Clock,
  ) {}

  @Get('themes')
  @Can(feedbackPermissions.writeThemes)
  list(): Promise<Reply> {
    return this.listPage([]);
  }

  @Get('themes.csv')
  @Can(feedbackPermissions.writeThemes)
  async download(): Promise<Reply> {
    return themesCsv(await this.facts());
  }

  @Get('themes/new')
  @Can(feedbackPermissions.writeThemes)
  startNew(): Reply {
    return this.formPage(null, new ThemeForm(), []);
  }

  @Post('themes')
  @Can(feedbackPermissions.writeThemes)
  add(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(ThemeForm, body).submit(
      async (form) => {
        if (form.act === 'try') return this.tried(null, form);
        const key = await this.service.add(actor, form);
        return seeOther(themePath(key), { flash: t('Saved. Pages go by it once it is published.') });
      },
      (problems, form) => this.formPage(null, form, problems),
    );
  }

  @Get('themes/:key')
  @Can(feedbackPermissions.writeThemes)
  async show(@Param('key') key: string): Promise<Reply> {
    const theme = await this.theme(key);
    return this.formPage(theme, formOf(theme), []);
  }

  @Post('themes/:key')
  @Can(feedbackPermissions.writeThemes)
  async save(@By() actor: Actor, @Param('key') key: string, @Body() body: unknown): Promise<Reply> {
    const theme = await this.theme(key);
    return readForm(ThemeForm, body).submit(
      async (form) => {
        if (form.act === 'try') return this.tried(theme, form);
        await this.service.save(actor, theme, form);
        return seeOther(themePath(key), { flash: t('Saved. Pages go by it once it is published.') });
      },
      (problems, form) => this.formPage(theme, form, problems),
    );
  }

  @Post('theme-editions')
  @Can(feedbackPermissions.writeThemes)
  publish(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(PublishForm, body).submit(
      async ({ formToken }) => {
        await this.service.publish(actor, formToken);
        return this.publishing();
      },
      (problems) => this.listPage(problems),
    );
  }

  @Post('theme-editions/:id/returns')
  @Can(feedbackPermissions.writeThemes)
  publishAgain(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return readForm(PublishForm, body).submit(
      async ({ formToken }) => {
        await this.service.publishAgain(actor, id, formToken);
        return this.publishing();
      },
      async (problems) => {
        if ((await this.editions.one(id)) === null) throw new NotFound();
        return this.listPage(problems);
      },
    );
  }

  private publishing(): Reply {
    return seeOther(themesPath, {
      flash: t('All comments are being read by these rules. Until that is done, pages go by the old ones.'),
    });
  }

  private async tried(theme: WrittenTheme | null, form: ThemeForm): Promise<Reply> {
    const [words, edition] = await Promise.all([
      this.comments.newestWords(this.clock.now(), TRIED_ON),
      this.editions.current(),
    ]);
    const published = edition?.themes.find(({ id }) => id === theme?.id) ?? null;
    return this.formPage(theme, form, [], tryOut(words, published, form));
  }

  private formPage(
    theme: WrittenTheme | null,
    form: ThemeForm,
    problems: readonly Problem[],
    trial: ReturnType<typeof tryOut> | null = null,
  ): Reply {
    const model = themePage(theme, { form, problems, trial });
    return page('feedback/theme', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async listPage(problems: readonly Problem[]): Promise<Reply> {
    const model = themesPage(await this.facts(), { problems, token: randomUUID });
    return page('feedback/themes', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async facts() {
    const last = lastClosedWeek(this.clock.today());
    const stretches = { now: weeksUpTo(last, TREND_WEEKS), earlier: weeksUpTo(last, TREND_WEEKS, TREND_WEEKS) };
    const [written, editions] = await Promise.all([this.themes.list(), this.editions.list()]);
    const current = editions.find(({ state }) => state === 'current') ?? null;
    const [sums, weekly] = await Promise.all([
      current ? this.counts.sums(current.id, {}, stretches) : new Map<number, never>(),
      current ? this.counts.weekly(current.id, stretches.now) : [],
    ]);
    return { written, editions, current, sums, weekly, last };
  }

  private async theme(key: string): Promise<WrittenTheme> {
    const theme = /^[a-z0-9-]{1,60}$/.test(key) ? await this.themes.one(key) : null;
    if (!theme) throw new NotFound();
    return theme;
  }
}

function formOf(theme: WrittenTheme): ThemeForm {
  const { nameEn, nameCy, en, cy, retired, version } = theme;
  return Object.assign(new ThemeForm(), {
    ...{ nameEn, nameCy, en, cy, driver: theme.driver ?? '', retired: retired ? 'yes' : '', version: String(version) },
    mustFind: theme.matches.join('\n'),
    mustLeave: theme.not.join('\n'),
  });
}
