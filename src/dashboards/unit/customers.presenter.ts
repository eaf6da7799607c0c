import type { Comment } from '../../feedback/comments/comments.queries.js';
import type { AllSoFar } from '../../feedback/feedback.queries.js';
import { quote } from '../../feedback/comments/quote.js';
import { sayAnswered } from '../../feedback/comments/say-answered.js';
import type { Counts } from '../../feedback/metrics/counts.js';
import { EMOTION_NAMES, emotionOf, EMOTIONS } from '../../feedback/metrics/emotions.js';
import { answersOf, type EmotionScore, scoreOf } from '../../feedback/metrics/score.js';
import { emotionBar } from '../../platform/charts/emotion-bar.js';
import { intervalBar } from '../../platform/charts/interval-bar.js';
import { addDays, londonDate } from '../../platform/dates.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { count, sayFullDate, sayNumber, sayPercent, sayScore } from '../../platform/say.js';
import { sayInterval } from '../say-change.js';

/** The six drivers, each with its own answers. */
export function driverRows(counts: Counts) {
  return DRIVERS.map((driver) => {
    const tally = counts.drivers[driver];
    const score = scoreOf(tally);
    return {
      driver,
      name: DRIVER_NAMES[driver],
      score: score
        ? {
            value: sayScore(score.value),
            range: sayInterval(score),
            mean: `mean ${sayNumber(score.mean, 1)} of 5`,
            bar: intervalBar(score),
            grey: score.standing === 'tentative',
          }
        : null,
      answers: count(tally.n, 'answer', 'answers'),
    };
  });
}

/** All five emotions, from irritated to delighted as the bar is drawn. */
export function emotionRows(emotion: EmotionScore | null) {
  if (!emotion) return null;
  const shares = [...EMOTIONS]
    .reverse()
    .map((word) => ({ name: EMOTION_NAMES[word], share: sayPercent(emotion.shares[word]) }));
  const label = shares.map(({ name, share }) => `${name} ${share}`).join(', ');
  return { bar: emotionBar({ shares: emotion.shares, label }), shares };
}

/** Customers' words. At a small unit the month stands instead of the day, so that nobody is recognised by it. */
export function commentRows(comments: readonly Comment[]) {
  return comments.map(({ comment, answeredAt, ease, emotion, smallUnit }) => {
    const felt = emotionOf(emotion);
    const about = [
      felt ? EMOTION_NAMES[felt] : null,
      ease === null ? null : `ease ${ease} of 5`,
      sayAnswered(londonDate(answeredAt), smallUnit),
    ];
    return { comment: quote(comment), about: about.filter(Boolean).join(', ') };
  });
}

/** Every answer of every closed week, counted: what an import brought in can be found again here. */
export function allSoFarRows({ counts, first, last }: AllSoFar) {
  if (!first || !last) return null;
  return {
    summary: `All ${count(counts.responses, 'response', 'responses')} so far`,
    weeks: `Closed weeks from ${sayFullDate(first)} to ${sayFullDate(addDays(last, 6))}`,
    table: {
      caption: 'Answers counted',
      captionHidden: true,
      head: [
        { text: 'Answer', numeric: false },
        { text: 'Customers', numeric: true },
      ],
      rows: [
        countRow('Responses', counts.responses),
        countRow('With an ease answer', counts.ease.n),
        countRow('With an emotion', answersOf(counts.emotion)),
        ...EMOTIONS.map((word) => countRow(EMOTION_NAMES[word], counts.emotion[word])),
        countRow('With a comment', counts.comments),
      ],
    },
  };
}

function countRow(text: string, n: number) {
  return {
    cells: [
      { text, href: null, numeric: false },
      { text: sayNumber(n), href: null, numeric: true },
    ],
  };
}
