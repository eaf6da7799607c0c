import type { IsoDate } from '../../platform/dates.js';
import { addDays } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayList } from '../../platform/say.js';
import { sayRole } from '../role-words.js';
import type { CheckedCover } from './cover.service.js';
import type { CoverForm } from './cover.forms.js';
import { newCoverPath, coverPath } from './paths.js';
import { sayDays, sayMaker } from './say-cover.js';

interface PreviewFacts extends CheckedCover {
  units: { n: number; names: string[] };
  formToken: string;
}

/** What the deputy will see and do, before it is so. */
export function presentPreview(facts: PreviewFacts, form: Omit<CoverForm, 'formToken'>, today: IsoDate) {
  const { post, deputy, formToken } = facts;
  const fields = {
    post: form.post,
    deputy: deputy.reference,
    startsOn: facts.startsOn,
    lasts: form.lasts,
    lastOn: form.lastOn,
  };
  return {
    title: t('Look at the cover before you give it'),
    heading: t('{deputy} covers for {name}', { deputy: deputy.name, name: post.personName }),
    facts: [
      { label: t('In'), value: post.name, note: sayRole(post.role) },
      { label: t('When'), value: sayDays({ ...facts, endedOn: null, holderUntil: null }), note: null },
    ],
    sees: seesOf(facts),
    know: knowOf(facts, today),
    action: coverPath,
    fields: Object.entries({ ...fields, formToken }).map(([name, value]) => ({ name, value })),
    changePath: newCoverPath(fields),
  };
}

function seesOf({ post, deputy, units }: PreviewFacts): string[] {
  const name = deputy.name;
  const rest = units.n - units.names.length;
  const names = sayList([...units.names, ...(rest > 0 ? [t('{n} more', { n: String(rest) })] : [])]);
  return [
    ...(post.kind === 'unit'
      ? [
          t('{name} sees the page of {place}: scores, customers’ answers, what was changed there.', {
            name,
            place: post.name,
          }),
        ]
      : [t('{name} sees {n, plural, one {# unit} other {# units}}: {names}.', { name, n: units.n, names })]),
    t('{name} sees who finished which course there, and may assign, nudge and give more time.', { name }),
    t('Nobody’s answers in a quiz, and nothing outside this place.'),
  ];
}

function knowOf({ post, deputy, startsOn, lastOn }: PreviewFacts, today: IsoDate): string[] {
  const [name, holder] = [deputy.name, post.personName];
  const first =
    startsOn > today
      ? [t('It begins on {day}, not before.', { day: sayDate(startsOn, today) })]
      : [t('It begins at once.')];
  const end =
    lastOn === null
      ? t('It lasts until somebody ends it, or {holder} leaves this post.', { holder })
      : t('It ends by itself: from {day} on {name} reaches what they reach today.', {
          name,
          day: sayFullDate(addDays(lastOn, 1)),
        });
  return [
    ...first,
    end,
    t('What is done under it says “{maker}”.', { maker: sayMaker(name, holder) }),
    t('{holder} keeps everything. {name} cannot hand the cover on.', { holder, name }),
    t('Both get a message.'),
  ];
}
