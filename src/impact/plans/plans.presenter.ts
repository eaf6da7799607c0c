import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { impactPath, newPlanPath, planPath, plansPath } from '../paths.js';
import { sayState } from './plan-state.js';
import { sayParts } from './plan-words.js';
import type { StoredPlan } from './wave-plans.queries.js';

/** Every training that is given in waves, the newest first. */
export function plansPage(plans: readonly StoredPlan[], mayPlan: boolean) {
  const plan = mayPlan ? { text: t('Plan random waves'), path: newPlanPath } : null;
  return {
    title: t('Random waves'),
    sub: t(
      'Trainings that areas get one after the other, by lot: then chance decides who comes first, and the answer is grade A.',
    ),
    crumbs: [
      { text: t('Impact'), href: impactPath },
      { text: t('Random waves'), href: null },
    ],
    action: plans.length > 0 ? plan : null,
    empty: plans.length === 0 ? emptyPlans(plan) : null,
    table: plansTable(plans),
    csv: csvPath(plansPath),
  };
}

const emptyPlans = (action: { text: string; path: string } | null) => ({
  title: t('No training is given in waves'),
  text: t('Some areas begin, the others follow weeks later. Until then they show what would have happened without.'),
  action,
});

function plansTable(plans: readonly StoredPlan[]) {
  const head = [t('Plan'), t('State'), t('First wave'), t('Waves'), t('Course'), t('Areas')];
  return {
    caption: t('Random waves'),
    captionHidden: true,
    head: head.map((text, at) => ({ text, numeric: at === 5 })),
    rows: plans.map((plan) => ({ cells: cellsOf(plan) })),
  };
}

function cellsOf(plan: StoredPlan) {
  const text = (value: string, numeric = false) => ({ text: value, numeric, href: null });
  return [
    { text: plan.title, numeric: false, href: planPath(plan.id) },
    text(sayState(plan)),
    text(sayFullDate(plan.firstMonday)),
    text(sayParts(plan)),
    text(plan.course.title),
    text(sayNumber(plan.areas), true),
  ];
}

export function plansColumns(): CsvColumn<StoredPlan>[] {
  return [
    { heading: t('Plan'), of: ({ title }) => title },
    { heading: t('Course'), of: ({ course }) => course.title },
    { heading: t('Waves'), of: ({ waves }) => waves },
    { heading: t('Comparison'), of: ({ comparison }) => (comparison ? t('yes') : t('no')) },
    { heading: t('First wave'), of: ({ firstMonday }) => firstMonday },
    { heading: t('Last wave'), of: ({ lastMonday }) => lastMonday },
    { heading: t('Areas'), of: ({ areas }) => areas },
    { heading: t('Units'), of: ({ units }) => units },
    { heading: t('State'), of: sayState },
  ];
}
