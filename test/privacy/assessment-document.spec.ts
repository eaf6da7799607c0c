import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalData } from '../../src/platform/privacy/personal-data.js';
import { RetentionRules } from '../../src/platform/privacy/retention.js';
import { ShortLivedData } from '../../src/platform/privacy/short-lived.js';
import { readingOrder } from '../../src/privacy/copies/reading-order.js';
import { root } from '../../src/platform/root.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { dataTable, retentionTable, sectionOf, withSection } from './assessment-tables.js';

const FILE = join(root, 'docs', 'data-protection-impact-assessment.md');

/**
 * The assessment's tables are the registries' own words. After a change to a registry:
 * `CXU_RENEW_DOCS=1 npm test -- test/privacy/assessment-document`, and read what became of the document.
 */
describe('the data-protection impact assessment', () => {
  let app: TestApp;
  let expected: Record<string, string>;

  beforeAll(async () => {
    app = await startTestApp();
    expected = {
      'personal data': dataTable(readingOrder(app.nest.get(PersonalData).sources)),
      retention: retentionTable(app.nest.get(RetentionRules).all, app.nest.get(ShortLivedData).all),
    };
    if (process.env.CXU_RENEW_DOCS) {
      const renewed = Object.entries(expected).reduce(
        (text, [name, content]) => withSection(text, name, content),
        readFileSync(FILE, 'utf8'),
      );
      writeFileSync(FILE, renewed);
    }
  });
  afterAll(() => app.stop());

  const document = () => readFileSync(FILE, 'utf8');

  it.each(['personal data', 'retention'])('lists its %s as the registries say it', (name) => {
    expect(narrow(sectionOf(document(), name))).toBe(narrow(expected[name]!));
  });

  it('says of every measure where it lives, and the place is there', () => {
    const places = [...document().matchAll(/`((?:src|test|migrations|views|docs)\/[^`]+)`/g)].map(([, path]) => path!);
    expect(places.length).toBeGreaterThan(20);
    expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('has every part that Article 35(7) asks for, and marks what the controller must fill in', () => {
    const text = document();
    for (const heading of [
      'The processing, and what for',
      'Is it necessary and proportionate?',
      'Risks to people',
      'Measures, and where they live',
      'What remains',
    ])
      expect(text).toContain(`\n## ${heading}\n`);
    expect(text.match(/\*\*To fill in:\*\*/g)?.length).toBeGreaterThan(8);
  });
});

/** Without the blanks and dashes with which the formatter lines the columns up. */
const narrow = (table: string) => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
