import { msg, t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { dashboardPath } from '../paths.js';
import {
  deletionPath,
  publicationPath,
  renamingPath,
  restorationPath,
  startingPath,
  viewPath,
  viewsPath,
} from './paths.js';
import { READERS, type SavedView } from './saved-view.js';
import { addressOfView, isUnitsList, type ViewAddress, type ViewLevel } from './view-address.js';
import { keyOf } from './view-places.service.js';

const PAGES: Record<Exclude<ViewLevel, 'network'>, string> = {
  region: msg('Your own region'),
  area: msg('Your own area'),
  unit: msg('Your own unit'),
};

export interface ViewsAsked {
  /** Names of the places in reach, by `keyOf`. */
  names: ReadonlyMap<string, string>;
  mayPublish: boolean;
  network: boolean;
  /** The one that was deleted just now. */
  deleted: { id: number; name: string } | null;
  /** A new name that could not be taken. */
  renaming: { id: number; name: string; problems: readonly Problem[] } | null;
}

/** Somebody's views, and those of the CX team for people like them. */
export function viewsPage(views: readonly SavedView[], asked: ViewsAsked) {
  const rows = views.map((view) => viewRow(view, asked));
  return {
    title: t('Saved views'),
    problems: summaryOf(asked.renaming),
    deleted: asked.deleted && {
      text: t('“{name}” is deleted.', { name: asked.deleted.name }),
      path: restorationPath(asked.deleted.id),
    },
    own: rows.filter((_, at) => views[at]?.own),
    published: rows.filter((_, at) => !views[at]?.own),
    dashboardPath,
  };
}

/** An error on the page of all views leads to the field of its own row. */
function summaryOf(renaming: ViewsAsked['renaming']) {
  if (!renaming) return null;
  return { list: renaming.problems.map(({ sentence }) => ({ text: sentence, href: `#name-${renaming.id}` })) };
}

function viewRow(view: SavedView, asked: ViewsAsked) {
  const { id, name, own, start, published, level } = view;
  const place = placeNow(view, asked);
  return {
    id,
    name,
    path: place === null ? null : viewPath(id),
    place: place ?? t('This place has closed, or it is not yours to see any more.'),
    choices: sayChoices(view),
    start,
    published: published && own ? t('Published for {readers}', { readers: t(READERS[level]) }) : null,
    link: own && place !== null ? addressOfView(view) : null,
    startForm: { path: startingPath(id), value: start ? 'no' : 'yes' },
    editing: own ? editingOf(view, asked) : null,
  };
}

/** What a view shows to its reader today; null where that is gone. */
function placeNow(view: SavedView, { names, network }: ViewsAsked): string | null {
  if (isUnitsList(view)) return t('All units');
  if (view.level === 'network') return network ? t('The whole network') : null;
  return view.own ? (names.get(keyOf(view)) ?? null) : t(PAGES[view.level]);
}

function editingOf(view: SavedView, { mayPublish, renaming }: ViewsAsked) {
  const { id, name } = view;
  const being = renaming?.id === id ? renaming : null;
  return {
    nameId: `name-${id}`,
    renamePath: renamingPath(id),
    deletePath: deletionPath(id),
    value: being?.name ?? name,
    error: being?.problems[0]?.sentence ?? null,
    publish: mayPublish ? publishForm(view) : null,
  };
}

function publishForm({ id, level, published }: SavedView) {
  const readers = t(READERS[level]);
  return {
    path: publicationPath(id),
    value: published ? 'no' : 'yes',
    text: published ? t('Keep it for me alone') : t('Publish it for {readers}', { readers }),
  };
}

const NARROWING = ['find', 'driver', 'only', 'kind', 'region', 'area'];

/** What was chosen on the page, in a few words. */
function sayChoices({ choices }: ViewAddress): string {
  const query = new URLSearchParams(choices);
  const weeks = query.get('weeks');
  const [from, to] = [query.get('from'), query.get('to')];
  const columns = query.get('columns')?.split('.').length ?? 0;
  const said = [
    weeks ? t('The last {n, plural, other {# weeks}}', { n: Number(weeks) }) : null,
    from && to ? t('{from} to {to}', { from, to }) : null,
    columns > 0 ? t('{n, plural, one {# column} other {# columns}} chosen', { n: columns }) : null,
    NARROWING.some((name) => query.has(name)) ? t('filtered') : null,
    query.has('show') || query.has('order') ? t('in an order of its own') : null,
  ].filter((words) => words !== null);
  return said.length > 0 ? said.join(' · ') : t('The page as it opens');
}

export interface NewView {
  token: string;
  address: string;
  name: string;
  problems: readonly Problem[];
}

/** The form that saves a page. */
export function newViewPage(view: ViewAddress, placeName: string | null, draft: NewView) {
  return {
    title: t('Save this view'),
    problems: presentProblems(draft.problems),
    error: draft.problems.find(({ field }) => field === 'name')?.sentence ?? null,
    back: addressOfView(view),
    about: t('{place}: {choices}', { place: placeName ?? t('The whole network'), choices: sayChoices(view) }),
    action: viewsPath,
    token: draft.token,
    address: addressOfView(view),
    name: draft.name,
  };
}

/** The page of a view whose place is gone. */
export function lostViewPage(view: SavedView) {
  return {
    title: view.name,
    text: view.own
      ? t('Its place has closed, or it is not yours to see any more. Everything else in this view still stands: save it again on the page of another place.')
      : t('There is no place of yours that this view could show.'),
    viewsPath,
    deletePath: view.own ? deletionPath(view.id) : null,
  };
}
