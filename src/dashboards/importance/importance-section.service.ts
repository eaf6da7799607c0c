import { Injectable } from '@nestjs/common';
import { DriverImportance } from '../../feedback/importance/importance.service.js';
import { t } from '../../platform/language/t.js';
import { comparePath } from '../compare/paths.js';
import type { ReadSection, Section, SectionAsked } from '../sections/section.js';
import { importancePanel } from './importance.presenter.js';

/** The section "What matters most" of every level, with the way to the fair comparison where there are units to compare. */
@Injectable()
export class ImportanceSection implements ReadSection {
  constructor(private readonly importance: DriverImportance) {}

  async of({ level, code, today }: SectionAsked): Promise<Section> {
    const importances = await this.importance.current(today);
    const compare =
      level === 'unit' ? null : { text: t('Compare branches fairly'), path: comparePath({ level, code }) };
    return { partial: 'driver-importance', model: importancePanel(importances, compare) };
  }
}
