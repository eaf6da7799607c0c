import { emotionScoreOf, scoreOf } from '../feedback/metrics/score.js';
import type { MarkedDifference } from '../feedback/metrics/change.js';
import type { Counts } from '../feedback/metrics/counts.js';
import { t } from '../platform/language/t.js';
import { sayNumber, sayPercent, sayScore, saySigned, sayTime } from '../platform/say.js';
import { type Assigned, COMPLETION_TARGET, shareFinished } from './assigned-completion.js';
import type { CourseShare } from './course-share.queries.js';
import type { NumberLinks } from './number-links.js';
import { sayChange, sayInterval } from './say-change.js';

interface StripFacts {
  /** Over the weeks that the page is about. */
  now: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
  completion: CourseShare;
}

/** The five figures of a place with several units, each with its interval and change. `within` says over which weeks. */
export function factStrip(facts: StripFacts, within: string, links: NumberLinks) {
  const { now, easeChange, emotionChange, assigned, completion } = facts;
  const ease = scoreOf(now.ease);
  const emotion = emotionScoreOf(now.emotion);
  const net = emotion && sayFromTo(saySigned(emotion.net.low, 0), saySigned(emotion.net.high, 0));
  const tooFew = t('Too few answers yet');
  return [
    assignedFact(assigned, links.assigned),
    courseFact(completion, links.courses),
    fact(
      t('Ease score'),
      ease && sayScore(ease.value),
      ease ? sentences(sayInterval(ease), sayChange(easeChange)) : tooFew,
      links.ease,
    ),
    fact(
      t('Net emotion'),
      emotion && saySigned(emotion.net.value, 0),
      net ? sentences(net, sayChange(emotionChange)) : tooFew,
      links.emotion,
    ),
    fact(t('Responses'), sayNumber(now.responses), within, links.responses),
  ];
}

/** Requirements finished out of those due, named so that it is not taken for course completion. */
export function assignedFact(assigned: Assigned, path: string | null) {
  const share = shareFinished(assigned);
  const label = t('Assigned completion');
  if (share === null) return fact(label, null, t('Nothing assigned is due'));
  const values = {
    target: sayPercent(COMPLETION_TARGET),
    finished: sayNumber(assigned.finished),
    due: sayNumber(assigned.due),
  };
  return fact(label, sayPercent(share), t('Target {target}. {finished} of {due} due', values), path);
}

/** People in post with a valid completion, over all full courses together. */
export function courseFact({ done, possible, courses, inPost, countedAt }: CourseShare, path: string | null) {
  const ofWhat = t(
    'Of {courses, plural, one {# course} other {# courses}} for {inPost, plural, one {# colleague} other {# colleagues}} in post',
    { courses, inPost },
  );
  return fact(
    t('Course completion'),
    possible === 0 ? '–' : sayPercent(done / possible),
    inPost === 0 ? t('Nobody is in post here') : sayCounted(ofWhat, countedAt),
    path,
  );
}

/** A large network is counted every few minutes; then the moment stands beside the figure. */
function sayCounted(what: string, countedAt: Date | undefined): string {
  return countedAt ? t('{what}; counted at {time}', { what, time: sayTime(countedAt) }) : what;
}

/** @param path to the rows behind it; a figure that is not shown leads nowhere */
export function fact(label: string, value: string | null, note: string, path: string | null = null) {
  return { label, value: value ?? '–', note, path: value === null ? null : path };
}

/** '−3 to +5'. */
export function sayFromTo(from: string, to: string): string {
  return t('{from} to {to}', { from, to });
}

function sentences(range: string, change: string | null): string {
  return change ? t('{range}. {change}', { range, change }) : range;
}
