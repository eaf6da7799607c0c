import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { type Driver, isDriver } from '../../platform/drivers.js';
import { root } from '../../platform/root.js';
import type { ThemeText } from './theme-text.js';

interface StarterFile {
  themes: {
    key: string;
    name: { en: string; cy: string };
    en: string;
    cy: string;
    matches: string[];
    not: string[];
  }[];
}

const FOLDER = join(root, 'content', 'themes');

/** The dictionaries that the product begins with: content/themes, one file a driver, written by us. */
@Injectable()
export class StarterThemes {
  /** In the order of the names of their files; `general` belongs to no driver. */
  all(): ThemeText[] {
    return readdirSync(FOLDER)
      .sort()
      .flatMap((file) => {
        const name = file.replace(/\.yaml$/, '');
        return themesIn(readFileSync(join(FOLDER, file), 'utf8'), isDriver(name) ? name : null);
      });
  }
}

function themesIn(text: string, driver: Driver | null): ThemeText[] {
  return (parse(text) as StarterFile).themes.map(({ name, en, cy, ...theme }) => ({
    ...theme,
    driver,
    nameEn: name.en,
    nameCy: name.cy,
    en: en.trimEnd(),
    cy: cy.trimEnd(),
  }));
}
