import type { Comment } from '../../feedback/comments/comments.queries.js';
import type { AllSoFar } from '../../feedback/feedback.queries.js';
import { quote } from '../../feedback/comments/quote.js';
import { sayAnswered } from '../../feedback/comments/say-answered.js';
import { type Emotion, EMOTION_NAMES, emotionOf, EMOTIONS } from '../../platform/emotions.js';
import { answersOf, type EmotionScore } from '../../feedback/metrics/score.js';
import { emotionBar } from '../../platform/charts/emotion-bar.js';
import { addDays, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber, sayPercent } from '../../platform/say.js';

/** All five emotions, from irritated to delighted as the bar is drawn; `pathOf` leads to those who felt one of them. */
export function emotionRows(emotion: EmotionScore | null, pathOf: (felt: Emotion) => string | null = () => null) {
  if (!emotion) return null;
  const shares = [...EMOTIONS]
    .reverse()
    .map((word) => ({ name: t(EMOTION_NAMES[word]), share: sayPercent(emotion.shares[word]), path: pathOf(word) }));
  const label = shares.map(({ name, share }) => `${name} ${share}`).join(', ');
  return { bar: emotionBar({ shares: emotion.shares, label }), shares };
}

/** Customers' words. At a small unit the month stands instead of the day, so that nobody is recognised by it. */
export function commentRows(comments: readonly Comment[]) {
  return comments.map(({ comment, answeredAt, ease, emotion, smallUnit }) => {
    const felt = emotionOf(emotion);
    const about = [
      felt ? t(EMOTION_NAMES[felt]) : null,
      ease === null ? null : t('ease {ease} of 5', { ease }),
      sayAnswered(londonDate(answeredAt), smallUnit),
    ];
    return { comment: quote(comment), about: about.filter(Boolean).join(', ') };
  });
}

/** Every answer of every closed week, counted: what an import brought in can be found again here. */
export function allSoFarRows({ counts, first, last }: AllSoFar) {
  if (!first || !last) return null;
  return {
    summary: t('All {n, plural, one {# response} other {# responses}} so far', { n: counts.responses }),
    weeks: t('Closed weeks from {from} to {to}', { from: sayFullDate(first), to: sayFullDate(addDays(last, 6)) }),
    table: {
      caption: t('Answers counted'),
      captionHidden: true,
      head: [
        { text: t('Answer'), numeric: false },
        { text: t('Customers'), numeric: true },
      ],
      rows: [
        countRow(t('Responses'), counts.responses),
        countRow(t('With an ease answer'), counts.ease.n),
        countRow(t('With an emotion'), answersOf(counts.emotion)),
        ...EMOTIONS.map((word) => countRow(t(EMOTION_NAMES[word]), counts.emotion[word])),
        countRow(t('With a comment'), counts.comments),
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
