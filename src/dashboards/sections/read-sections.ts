/** The sections that read for themselves, in the order in which they stand below what customers say. */
import { NumbersSection } from '../numbers/numbers-section.service.js';
import { ImpactSection } from '../impact/impact-section.service.js';
import { ThemesSection } from '../themes/themes-section.service.js';
import { ImportanceSection } from '../importance/importance-section.service.js';
import type { ReadSectionClass } from './section.js';

export const READ_SECTIONS: ReadSectionClass[] = [ImportanceSection, ImpactSection, ThemesSection, NumbersSection];
