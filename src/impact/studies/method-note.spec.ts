import { describe, expect, it } from '@jest/globals';
import { VERDICTS } from '../../../test/impact/study-rows.js';
import { aRegisteredStudy, someFindings } from '../../../test/factories/study-findings.js';
import { inLanguage } from '../../platform/language/language.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import { methodNote } from './method-note.js';

const DATA_VERSION = 'a'.repeat(64);

const noteOn = (findings: StudyFindings, study = aRegisteredStudy()) =>
  methodNote({
    ...judged(study, { findings, closedTo: '2027-02-01', looks: 1 }),
    ...{ workedOutAt: new Date('2027-02-09T03:00:00Z'), dataVersion: DATA_VERSION },
  });

describe('the method note says', () => {
  it('what was answered, how it was designed, on which data, and how errors were made', () => {
    const lines = noteOn(someFindings()).split('\r\n');
    expect(lines[0]).toBe('Did ‘Put it right first time’ make a difference?');
    expect(lines).toContain(
      'Grade B, not by lot, but the checks pass. Nobody drew lots. But both groups moved together before, and nothing shows where nothing happened.',
    );
    expect(lines).toContain('The one outcome: Ease');
    expect(lines).toContain(
      'Trained from the first week in which 80% of the people in post hold the training, and from then on.',
    );
    expect(lines).toContain(`Data version ${DATA_VERSION} (SHA-256 of the panel and its design).`);
    expect(lines).toContain('81,000 answers in 9,000 weeks of 260 units: 120 trained, 140 not, 0 all along.');
    expect(lines).toContain('Errors of the effect: CR0 from the influence function, t with 39 degrees of freedom.');
    expect(lines.at(-1)).toBe('');
  });

  it('with a lot, that being asked is what counts, and how often the lot was dealt anew', () => {
    const note = noteOn(VERDICTS.byLot, aRegisteredStudy({ wavePlanId: 3 }));
    expect(note).toContain('Trained from the Monday of its wave, whoever finished: the effect is that of being asked.');
    expect(note).toContain('the starts of the areas are dealt anew 999 times within their strata');
  });

  it('what is missing, and no estimator, where there is not enough', () => {
    const note = noteOn(VERDICTS.notEnough);
    expect(note).toContain('Not enough data yet.');
    expect(note).not.toMatch(/Headline: imputation|\r\n\r\n\r\n|undefined|null/);
  });

  it('its own words in Welsh; only conventions stay as estimators print them', () => {
    const note = inLanguage('cy', () => noteOn(someFindings()));
    expect(note).toContain('Y prif ganlyniad: priodoli');
    expect(note).not.toMatch(/Headline: imputation|Read with care/);
  });
});
