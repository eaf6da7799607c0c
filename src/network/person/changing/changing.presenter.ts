/** The pages on which an administrator changes something about a person: fields, what would follow, and the button. */
import { randomUUID } from 'node:crypto';
import { ROLES } from '../../../platform/actor.js';
import type { IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayFullDate } from '../../../platform/say.js';
import { type Problem, presentProblems } from '../../../platform/web/form.js';
import {
  detailsPath,
  leavePath,
  leavesPath,
  newLeavePath,
  newPostPath,
  personPath,
  postingEndPath,
  postingsPath,
} from '../../paths.js';
import { sayRole } from '../../role-words.js';
import type { Away, PersonSeen, PostingHeld } from '../person.queries.js';
import { sayDays } from '../say-days.js';
import type { DetailsForm, EndForm, LeaveEndForm, LeaveForm, PostForm } from './changing.forms.js';

/** A form as it stands on its page. */
export interface Asked<F> {
  form: F;
  problems: readonly Problem[];
  /** What would follow; null before it was looked at. */
  follows: string[] | null;
  today: IsoDate;
}

interface Field {
  id: string;
  label: string;
  hint: string | null;
  error: string | null;
  /** Of a drop-down; null for a line of text. */
  items: object[] | null;
  type: string;
  value: string;
  autocomplete: string | null;
}

interface Shape {
  heading: string;
  intro: string | null;
  /** Where the fields are looked at (GET); null when they are sent at once. */
  lookPath: string | null;
  sendPath: string;
  button: string;
  fields: Field[];
  /** A second button that sends the form with one more field. */
  other?: { name: string; value: string; text: string };
}

export function postPage(person: PersonSeen, asked: Asked<PostForm>) {
  return changePage(person, asked, (error) => ({
    heading: t('A new post for {name}', { name: person.name }),
    intro: null,
    lookPath: newPostPath(person.reference),
    sendPath: postingsPath(person.reference),
    button: t('Record this post'),
    fields: [...postFields(asked.form, error), howField(asked.form, error)],
  }));
}

type ErrorOf = (field: string) => string | null;

function postFields({ role, code, from, to }: PostForm, error: ErrorOf): Field[] {
  const where = t('The code of a unit; of an area for an area manager, of a region for a regional manager.');
  const roles = [
    { value: '', text: t('Choose one'), selected: role === '' },
    ...ROLES.map((one) => ({ value: one, text: sayRole(one), selected: one === role })),
  ];
  return [
    select('role', t('What they do there'), null, roles, error('role')),
    input('code', t('Where'), where, 'text', code, error('code')),
    input('from', t('First day'), null, 'date', from, error('from')),
    input('to', t('Last day'), t('Leave it empty when it goes on.'), 'date', to, error('to')),
  ];
}

function howField({ how }: PostForm, error: ErrorOf): Field {
  const hint = t(
    'With a last day, they go back to what they did before. Champion, guest and administrator always stand beside a job.',
  );
  const hows = [
    { value: 'instead', text: t('Instead of what they do on these days'), selected: how === 'instead' },
    { value: 'beside', text: t('Beside what they do'), selected: how === 'beside' },
  ];
  return select('how', t('How it stands beside other posts'), hint, hows, error('how'));
}

export function endPage(person: PersonSeen, post: PostingHeld, asked: Asked<EndForm>) {
  const values = { role: sayRole(post.role), place: post.place?.name ?? t('elsewhere in the network') };
  return changePage(person, asked, (error) => ({
    heading: t('When does this post end?'),
    intro: t('{name}: {role}, {place}, {days}', {
      ...values,
      name: person.name,
      days: sayDays(post.from, post.to, asked.today),
    }),
    lookPath: postingEndPath(person.reference, post.id),
    sendPath: postingEndPath(person.reference, post.id),
    button: t('Record this end'),
    fields: [
      input(
        'lastDay',
        t('Last day'),
        t('Nothing of what they finished goes. The day before {day} calls the post off.', {
          day: sayFullDate(post.from),
        }),
        'date',
        asked.form.lastDay,
        error('lastDay'),
      ),
    ],
  }));
}

export function leavePage(person: PersonSeen, asked: Asked<LeaveForm>) {
  const { from, to } = asked.form;
  return changePage(person, asked, (error) => ({
    heading: t('Long leave of {name}', { name: person.name }),
    intro: t('Due dates wait, nobody is reminded, and no completion rate counts them meanwhile. No reason is stored.'),
    lookPath: newLeavePath(person.reference),
    sendPath: leavesPath(person.reference),
    button: t('Record this leave'),
    fields: [
      input('from', t('First day away'), null, 'date', from, error('from')),
      input(
        'to',
        t('Last day away'),
        t('Leave it empty when it isn’t known yet. Dates move once it is.'),
        'date',
        to,
        error('to'),
      ),
    ],
  }));
}

export function leaveEndPage(person: PersonSeen, leave: Away, asked: Asked<LeaveEndForm>) {
  return changePage(person, asked, (error) => ({
    heading: t('Long leave of {name}', { name: person.name }),
    intro: t('Long leave, {days}', { days: sayDays(leave.from, leave.to, asked.today) }),
    lookPath: null,
    sendPath: leavePath(person.reference, leave.id),
    button: t('Change the last day'),
    fields: [
      input(
        'to',
        t('Last day away'),
        t('Leave it empty when it isn’t known yet. Dates move once it is.'),
        'date',
        asked.form.to,
        error('to'),
      ),
    ],
    other: { name: 'off', value: 'never', text: t('They are not on leave at all') },
  }));
}

export function detailsPage(person: PersonSeen, asked: Asked<DetailsForm>) {
  const { name, email } = asked.form;
  return changePage(person, asked, (error) => ({
    heading: t('Name and e-mail address'),
    intro: t('Reference {reference}. The next people file that names them says both again.', {
      reference: person.reference,
    }),
    lookPath: null,
    sendPath: detailsPath(person.reference),
    button: t('Change them'),
    fields: [
      input('name', t('Name'), null, 'text', name, error('name')),
      input(
        'email',
        t('E-mail address'),
        t('Leave it empty when they have none: everything can be read in the app.'),
        'email',
        email,
        error('email'),
      ),
    ],
  }));
}

function changePage<F extends object>(
  person: PersonSeen,
  { form, problems, follows }: Asked<F>,
  shape: (error: (field: string) => string | null) => Shape,
) {
  const shown = presentProblems(problems);
  const shaped = shape((field) => shown?.by[field] ?? null);
  const looked = follows !== null;
  return {
    title: shown ? t('Error: {title}', { title: shaped.heading }) : shaped.heading,
    problems: shown,
    back: { href: personPath(person.reference), text: person.name },
    ...shaped,
    other: shaped.other ?? null,
    looked,
    follows: looked ? (follows.length > 0 ? follows : [t('Nothing else changes.')]) : null,
    formToken: randomUUID(),
    kept: looked
      ? Object.entries(form)
          .filter(([name]) => name !== 'formToken')
          .map(([name, value]) => ({ name, value: String(value) }))
      : [],
  };
}

function input(
  id: string,
  label: string,
  hint: string | null,
  type: string,
  value: string,
  error: string | null,
): Field {
  return { id, label, hint, error, items: null, type, value, autocomplete: type === 'date' ? null : 'off' };
}

function select(id: string, label: string, hint: string | null, items: object[], error: string | null): Field {
  return { id, label, hint, error, items, type: '', value: '', autocomplete: null };
}
