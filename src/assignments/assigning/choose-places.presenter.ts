import type { UnitPlace } from '../../network/network.queries.js';
import { t } from '../../platform/language/t.js';
import { newAssignmentPath, choiceFields } from '../paths.js';
import { sayUnits } from '../../network/say-units.js';
import type { ChoiceForm } from './assignments.forms.js';
import type { ChooseFacts } from './choose-facts.service.js';

/** Chosen ones first and open; the rest waits behind one line when something is chosen already. */
export function presentUnits({ chosen, others }: ChooseFacts) {
  const item = (unit: UnitPlace, index: number, checked: boolean) => ({
    id: index === 0 ? 'unit' : `unit-${unit.code.replace(/\W/g, '-')}`,
    value: unit.code,
    text: unit.name,
    hint: unit.code,
    checked,
  });
  const first =
    chosen.length > 0 ? chosen.map((unit, i) => item(unit, i, true)) : others.map((unit, i) => item(unit, i, false));
  const rest = chosen.length > 0 ? others.map((unit) => item(unit, 1, false)) : [];
  return {
    first: first.length > 0 ? first : null,
    rest: rest.length > 0 ? { summary: t('Add others ({n})', { n: String(rest.length) }), items: rest } : null,
  };
}

/** Whole places at once, from the smallest: who joins them later is asked as well. */
export function presentWholePlaces({ area, chosen, others, regions, network }: ChooseFacts, form: ChoiceForm) {
  const listed = [...chosen, ...others].filter((unit) => unit.areaId === area?.id);
  const areaItem =
    area && listed.length > 1
      ? [
          {
            id: 'everyUnitOf',
            name: 'everyUnitOf',
            value: area.code,
            text: t('All {units} of {area}', { units: sayUnits(listed), area: area.name }),
            checked: form.everyUnitOf.includes(area.code),
          },
        ]
      : [];
  const regionItems = regions.map((region) => ({
    id: `region-${region.code.replace(/\W/g, '-')}`,
    name: 'everyAreaOf',
    value: region.code,
    text: t('All areas of {region}', { region: region.name }),
    checked: form.everyAreaOf.includes(region.code),
  }));
  const everywhere = {
    id: 'everywhere',
    name: 'everywhere',
    value: 'yes',
    text: t('The whole network'),
    checked: form.everywhere === 'yes',
  };
  const items = [...areaItem, ...regionItems, ...(network ? [everywhere] : [])];
  return items.length > 0 ? items : null;
}

export function presentAreas({ area, areas, chosen }: ChooseFacts, form: ChoiceForm) {
  if (areas.length < 2) return null;
  return {
    action: newAssignmentPath(),
    kept: choiceFields({ course: form.course, units: chosen.map((unit) => unit.code), people: form.person }),
    items: [
      ...(area ? [] : [{ value: '', text: t('Choose an area'), selected: true }]),
      ...areas.map((one) => ({ value: one.code, text: one.name, selected: one.id === area?.id })),
    ],
  };
}
