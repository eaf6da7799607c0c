import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { addDays, type IsoDate } from '../../../platform/dates.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { sayFullDate } from '../../../platform/say.js';
import { standsIn } from '../../roles.js';
import type { PostingHeld } from '../person.queries.js';
import { wholePosts } from '../whole-posts.js';
import type { EndForm, PostForm } from './changing.forms.js';
import { sayPostings } from './change-list.presenter.js';
import { endOn, type Held, type NewPost } from './held.js';
import { PersonChangesQueries, type PersonHeld } from './person-changes.queries.js';
import { PersonChanges } from './person-changes.service.js';
import { readDay, readDays, withPost } from './post-wanted.js';
import { ChangePreview } from './preview.service.js';

/** A new post, or the end of one: looked at first, then done. */
@Injectable()
export class PostChanges {
  constructor(
    private readonly changes: PersonChanges,
    private readonly queries: PersonChangesQueries,
    private readonly preview: ChangePreview,
    private readonly clock: Clock,
  ) {}

  async lookAtPost(person: PersonHeld, form: PostForm): Promise<string[]> {
    const post = await this.wanted(form);
    return this.lookAt(person, withPost(person.postings, post, form.how));
  }

  async add(actor: Actor, reference: string, form: PostForm): Promise<boolean> {
    const post = await this.wanted(form);
    const make = (held: PersonHeld) => withPost(held.postings, post, form.how);
    return this.changes.change(actor, reference, { kind: 'postings', formToken: form.formToken, make });
  }

  lookAtEnd(person: PersonHeld, post: PostingHeld, form: EndForm): Promise<string[]> {
    const end = this.endOf(post, form);
    return this.lookAt(person, endOn(person.postings, postOf(person, post), end));
  }

  async end(actor: Actor, reference: string, post: PostingHeld, form: EndForm): Promise<boolean> {
    const end = this.endOf(post, form);
    const make = (held: PersonHeld) => endOn(held.postings, postOf(held, post), end);
    return this.changes.change(actor, reference, { kind: 'postings', formToken: form.formToken, make });
  }

  private async lookAt(person: PersonHeld, postings: readonly Held[]): Promise<string[]> {
    const places = await this.queries.placesNamed([...person.postings, ...postings]);
    const said = sayPostings(person.postings, postings, places, this.clock.today());
    return [...said, ...this.sayAccess(postings), ...(await this.preview.ofPostings(person, postings))];
  }

  /** Without a posting nobody signs in. */
  private sayAccess(postings: readonly Held[]): string[] {
    const today = this.clock.today();
    const last = postings.reduce<IsoDate | null>(
      (latest, { to }) => (latest === null || to === null || to > latest ? to : latest),
      '',
    );
    if (last === null) return [];
    if (last === '' || last <= today) return [t('They can’t sign in any more, from now on.')];
    return [t('They can’t sign in any more from {day} on.', { day: sayFullDate(last) })];
  }

  private async wanted({ role, code, from, to }: PostForm): Promise<NewPost> {
    if (role === '') throw new RuleBroken(t('Choose what they do there.'), 'role');
    const today = this.clock.today();
    const days = readDays({ from, to }, today);
    const kind = standsIn(role);
    const place = await this.queries.placeByCode(kind, code);
    if (place === null) throw new RuleBroken(NOT_THERE[kind](code), 'code');
    if (kind === 'unit' && !(await this.queries.isOpen(place.id, days.from)))
      throw new RuleBroken(
        t('{place} is not open on {day}.', { place: place.name, day: sayFullDate(days.from) }),
        'from',
      );
    return { role, kind, placeId: place.id, ...days };
  }

  private endOf({ from }: PostingHeld, { lastDay }: EndForm): IsoDate {
    const last = readDay(lastDay, this.clock.today(), 'lastDay');
    if (last < addDays(from, -1))
      throw new RuleBroken(
        t('It began on {day}. Choose that day or a later one.', { day: sayFullDate(from) }),
        'lastDay',
      );
    return addDays(last, 1);
  }
}

const NOT_THERE = {
  unit: (code: string) => t('There is no unit with the code “{code}”.', { code }),
  area: (code: string) => t('There is no area with the code “{code}”.', { code }),
  region: (code: string) => t('There is no region with the code “{code}”.', { code }),
};

/** The row that the page showed, among the spans as they are held now. */
function postOf(person: PersonHeld, shown: PostingHeld): NewPost {
  const found = person.postings.find(({ role, from }) => role === shown.role && from === shown.from);
  if (!found) throw new NotFound();
  return found;
}

/** The post that a row of the page is a part of. */
export function postWithId(postings: readonly PostingHeld[], id: number): PostingHeld {
  const found = wholePosts(postings).find((post) => post.id === id);
  if (!found) throw new NotFound();
  return found;
}
