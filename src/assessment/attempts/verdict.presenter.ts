import { presentProblems, type Problem, type ProblemsView } from '../../platform/web/form.js';
import { sayTime } from '../../platform/say.js';
import { t } from '../../platform/language/t.js';
import { presentVerdict, type VerdictFace } from '../questions/present-question.js';
import type { AttemptContext } from './attempt-hosts.service.js';
import { type PlayerBar, playerBar } from './player.js';
import { type Item, nextToAnswer, type Sheet } from './sheet.js';

/** The foot's one button: a link, or the button of the hand-in form when nothing is left to answer. */
type Onward = { text: string; path: string } | { text: string; form: string };

export interface VerdictPage {
  title: string;
  player: PlayerBar;
  problems: ProblemsView;
  face: VerdictFace;
  saved: string | null;
  onward: Onward;
  /** Where the hand-in form posts; null when the page has none. */
  submissionPath: string | null;
}

/** A question with its verdict: checked on the way, or looked at again after handing in. */
export function presentVerdictPage(
  sheet: Sheet,
  item: Item,
  context: AttemptContext,
  problems: readonly Problem[],
): VerdictPage {
  const face = presentVerdict(item.question, item.response?.answer ?? null, item.order);
  const onward = onwardFrom(sheet, item);
  return {
    title: t('{verdict}: question {n} of {of}, {quiz}', {
      verdict: face.titleStart,
      n: String(item.number),
      of: String(sheet.items.length),
      quiz: context.title,
    }),
    player: playerBar(sheet, context, item.number),
    problems: presentProblems(problems),
    face,
    saved: item.response?.savedAt ? t('Saved {at}', { at: sayTime(item.response.savedAt) }) : null,
    onward,
    submissionPath: 'form' in onward ? sheet.paths.submission : null,
  };
}

function onwardFrom(sheet: Sheet, item: Item): Onward {
  const { items, paths, state } = sheet;
  const handedIn = state === 'handedIn';
  const next = handedIn ? items[item.number] : nextToAnswer(sheet, item.number);
  if (next) return { text: t('Next question'), path: paths.question(next.number) };
  if (handedIn) return { text: t('Back to my result'), path: paths.result };
  return { text: t('See my result'), form: 'hand-in' };
}
