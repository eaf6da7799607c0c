import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { msg, t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { presentProblems, readForm } from '../../../platform/web/form.js';
import { localPath } from '../../../platform/web/local-path.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { dashboardPermissions } from '../../dashboards.policy.js';
import { cardsPath } from '../../paths.js';
import { CardDecisionForm } from './decisions.forms.js';
import { CardDecisions } from './decisions.service.js';
import type { DecisionKind } from './decided.js';

@Controller()
export class CardDecisionsController {
  constructor(private readonly decisions: CardDecisions) {}

  @Post(cardsPath)
  @Can(dashboardPermissions.decideCards)
  decide(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(CardDecisionForm, body).submit(
      async (form) => {
        await this.decisions.decide(actor, form);
        return seeOther(localPath(form.page), { flash: t(FLASH[form.decision]) });
      },
      (problems, value) =>
        page(
          'dashboards/card-decision',
          { title: t('What did you do?'), problems: presentProblems(problems), form: { path: cardsPath, ...value } },
          { bench: true, status: 422 },
        ),
    );
  }
}

const FLASH: Record<DecisionKind, string> = {
  aside: msg('Put aside for two weeks. You can bring it back below the cards.'),
  done: msg('Kept, with your note. You can bring it back below the cards.'),
  back: msg('It is back.'),
};
