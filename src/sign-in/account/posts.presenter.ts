import type { Post, Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import { sayRole } from '../../network/role-words.js';
import type { PlaceOfPost } from './account.queries.js';

/** What somebody is here today, a line each: the role, the place, in whose name and until when. */
export function presentPosts(posts: readonly Post[], places: readonly PlaceOfPost[], today: IsoDate) {
  return posts.map((post) => {
    const place = places.find(({ kind, id }) => kind === post.place.kind && 'id' in post.place && id === post.place.id);
    return {
      role: sayRole(post.role),
      place: place?.name ?? t('the whole network'),
      // A guest sees what was shared with them, and no place.
      path: place === undefined || post.role === 'guest' ? null : PATHS[place.kind](place.code),
      note: noteOf(post, ownEnd(places, post, post.role), today),
    };
  });
}

const PATHS = { unit: unitPath, area: areaPath, region: regionPath };

function ownEnd(places: readonly PlaceOfPost[], { place }: Post, role: Role): IsoDate | null {
  if (!('id' in place)) return null;
  return places.find((one) => one.kind === place.kind && one.id === place.id && one.role === role)?.lastOn ?? null;
}

function noteOf({ cover, place }: Post, lastOn: IsoDate | null, today: IsoDate): string | null {
  if (cover !== null && cover.until !== null) {
    return t('You stand in for {name} until {date}.', { name: cover.forName, date: sayDate(cover.until, today) });
  }
  if (cover !== null) return t('You stand in for {name} until further notice.', { name: cover.forName });
  if (place.kind === 'network') return t('Your company account gives you this role.');
  return lastOn === null ? null : t('Until {date}.', { date: sayDate(lastOn, today) });
}
