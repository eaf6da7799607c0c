/**
 * How comments become searchable and themes are counted: a batch of responses is read again from scratch, so that doing it
 * twice is as good as once. What a response counted before is taken out of the rollups and what it counts now is added, in
 * the transaction that writes its themes. Everything here is called by one job at a time.
 */
import type { Tx } from '../../platform/database/tx.js';
import { ANSWER_MARKS_SQL } from '../comments/comment-lexemes.js';
import { HIDDEN_MONTH } from '../comments/shown-at.js';
import { dayOf } from '../rollups/answer-places.queries.js';
import { WHOLE_NETWORK } from './theme-counts.queries.js';

/** A comment to be read. */
export interface CommentToRead {
  id: number;
  comment: string;
}

/** That a comment speaks of a theme, by the rules of an edition. Theme 0: that it is a comment at all. */
export interface Tag {
  responseId: number;
  editionId: number;
  themeId: number;
  /** What the search knows it by; null for theme 0. */
  mark: string | null;
}

const LOCK = `hashtext('feedback.comments')`;

/** Waits for whoever is changing comments, and lets nobody change any until the transaction ends. */
export async function holdComments(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${LOCK})`);
}

/** Longer than a chunk of an import takes; who writes for longer is waited for by the next job. */
const PATIENCE = '4s';

/**
 * The last response that is certain to have no earlier one still on its way: every transaction that writes responses has
 * ended, for a moment. 0 when none came since the last reading; null when a writer goes on for long (a dry run of a big file).
 */
export async function lastSettled(tx: Tx): Promise<number | null> {
  if (!(await somethingNew(tx))) return 0;
  await tx.query(`set local lock_timeout = '${PATIENCE}'`);
  try {
    await tx.query('savepoint settled');
    await tx.query('lock table survey_response in share mode');
  } catch (error) {
    await tx.query('rollback to savepoint settled');
    if (error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  }
  return (await tx.one<{ last: number }>('select coalesce(max(id), 0) as last from survey_response'))?.last ?? 0;
}

async function somethingNew(tx: Tx): Promise<boolean> {
  const row = await tx.one<{ more: boolean }>(
    'select exists (select from survey_response where id > (select last_id from comment_reading)) as more',
  );
  return row?.more ?? false;
}

const LOCK_NOT_AVAILABLE = '55P03';

/** Responses that came since the last reading, up to `last`, in their order: those with words among the next `most`. */
export async function newComments(
  tx: Tx,
  last: number,
  most: number,
): Promise<{ found: CommentToRead[]; upTo: number }> {
  const next = await tx.query<{ id: number; comment: string | null }>(
    `select r.id, r.comment from survey_response r
      where r.id > (select last_id from comment_reading) and r.id <= $1 order by r.id limit $2`,
    [last, most],
  );
  const upTo = next.length < most ? last : (next.at(-1)?.id ?? last);
  return { found: next.flatMap(({ id, comment }) => (comment ? [{ id, comment }] : [])), upTo };
}

/** Comments that changed or went, taken off the list; a response that is gone comes back in `gone` only. */
export async function dueComments(tx: Tx, most: number): Promise<{ found: CommentToRead[]; ids: number[] }> {
  const due = await tx.query<{ id: number; comment: string | null }>(
    `with next as (select response_id from comment_due order by response_id limit $1),
          taken as (delete from comment_due d using next where d.response_id = next.response_id returning d.response_id)
     select taken.response_id as id, r.comment from taken left join survey_response r on r.id = taken.response_id`,
    [most],
  );
  const found = due.flatMap(({ id, comment }) => (comment ? [{ id, comment }] : []));
  return { found, ids: due.map(({ id }) => id) };
}

/** The next comments that an edition being built has not read. */
export function unreadBy(tx: Tx, editionId: number, most: number): Promise<CommentToRead[]> {
  return tx.query<CommentToRead>(
    `select r.id, r.comment
       from (select c.response_id from comment_index c
              where c.response_id > (select last_id from theme_edition where id = $1)
              order by c.response_id limit $2) next
       join survey_response r on r.id = next.response_id order by r.id`,
    [editionId, most],
  );
}

/**
 * Puts these responses into the search, or leaves them out when they have no words.
 * @param tags what they speak of, by all editions in use
 */
export async function indexComments(tx: Tx, ids: readonly number[], tags: readonly Tag[]): Promise<void> {
  await tx.query('delete from comment_index where response_id = any ($1)', [ids]);
  await tx.query(
    `insert into comment_index (response_id, unit_id, area_id, week, answered_at, month_at, ease, emotion, words)
     select r.id, r.unit_id, place.area_id, r.week, r.answered_at, hidden.month_at, r.ease, r.emotion,
            to_tsvector('english', plain_words(r.comment)) || ${ANSWER_MARKS_SQL} || array_to_tsvector(coalesce(found.marks, '{}'))
            || array_to_tsvector(standing_marks(coalesce(hidden.month_at, r.answered_at), place.area_id))
       from survey_response r
       left join (${foundMarks('$2', '$3')}) found on found.id = r.id
       left join unit_by_month kept on kept.unit_id = r.unit_id
      cross join lateral (select ${HIDDEN_MONTH} as month_at) hidden
       left join answer_place place on place.unit_id = r.unit_id and place.valid @> ${dayOf('r')}
      where r.id = any ($1) and r.comment <> ''`,
    [ids, ...marksOf(tags)],
  );
}

/** Lets the search know what these comments speak of beside what it knows; those that have the marks are left as they are. */
export async function markComments(tx: Tx, tags: readonly Tag[]): Promise<void> {
  await tx.query(
    `update comment_index c set words = c.words || array_to_tsvector(found.marks) from (${foundMarks('$1', '$2')}) found
      where c.response_id = found.id and not tsvector_to_array(c.words) @> found.marks`,
    marksOf(tags),
  );
}

/** Responses and marks, pair by pair, as one row for each response. */
const foundMarks = (ids: string, marks: string) =>
  `select id, array_agg(distinct mark) as marks from unnest(${ids}::bigint[], ${marks}::text[]) tag (id, mark) group by id`;

function marksOf(tags: readonly Tag[]): [ids: number[], marks: string[]] {
  const marked = tags.filter(({ mark }) => mark !== null);
  return [marked.map(({ responseId }) => responseId), marked.map(({ mark }) => mark ?? '')];
}

/** Replaces what these responses speak of, by these editions, and moves the rollups by the difference. */
export async function tagComments(tx: Tx, ids: readonly number[], editions: readonly number[], tags: readonly Tag[]) {
  await tx.query(`create temp table if not exists theme_moved (weight int not null, edition_id int not null, theme_id int not null,
    unit_id int not null, area_id int, week date not null, emotion smallint) on commit drop; truncate theme_moved`);
  await tx.query(
    `with gone as (delete from comment_theme where response_id = any ($1) and edition_id = any ($2) returning *)
     insert into theme_moved select -1, edition_id, theme_id, unit_id, area_id, week, emotion from gone`,
    [ids, editions],
  );
  await tx.query(
    `with tagged as (
       insert into comment_theme (response_id, edition_id, theme_id, unit_id, area_id, week, answered_at, emotion)
       select c.response_id, tag.edition_id, tag.theme_id, c.unit_id, c.area_id, c.week, c.answered_at, c.emotion
         from unnest($1::bigint[], $2::int[], $3::int[]) tag (response_id, edition_id, theme_id)
         join comment_index c on c.response_id = tag.response_id
       returning *)
     insert into theme_moved select 1, edition_id, theme_id, unit_id, area_id, week, emotion from tagged`,
    [tags.map((tag) => tag.responseId), tags.map((tag) => tag.editionId), tags.map((tag) => tag.themeId)],
  );
  for (const place of ['unit', 'area'] as const) {
    await tx.query(moveSql(place));
    await tx.query(dropEmptySql(place));
  }
}

/** The units of these responses, as they are known to the search or to the counts; some may come twice. */
export async function unitsOf(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select unit_id as id from comment_index where response_id = any ($1)
     union select unit_id from comment_theme where response_id = any ($1)`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Works out anew from when on the words of these units may be shown. */
export async function countEnough(tx: Tx, fewest: number, unitIds: readonly number[]): Promise<void> {
  await tx.query(
    `with touched as (select distinct unit_id from unnest($1::int[]) u (unit_id)),
          fifth as (select t.unit_id, (select c.answered_at from survey_response c
                                        where c.unit_id = t.unit_id and c.comment is not null
                                        order by c.answered_at offset ${fewest - 1} limit 1) as at from touched t),
          hidden as (delete from comment_unit k using fifth where k.unit_id = fifth.unit_id and fifth.at is null)
     insert into comment_unit (unit_id, shown_from_at) select unit_id, at from fifth where at is not null order by unit_id
     on conflict (unit_id) do update set shown_from_at = excluded.shown_from_at
        where comment_unit.shown_from_at <> excluded.shown_from_at`,
    [unitIds],
  );
}

/** The last response that has been read. */
export async function readUpTo(tx: Tx): Promise<number> {
  return (await tx.one<{ last: number }>('select last_id as last from comment_reading'))?.last ?? 0;
}

export async function noteReadUpTo(tx: Tx, last: number): Promise<void> {
  await tx.query('update comment_reading set last_id = greatest(last_id, $1)', [last]);
}

/** Nothing waits: pages say so by this moment. */
export async function noteAllRead(tx: Tx): Promise<void> {
  await tx.query('update comment_reading set read_at = $1', [tx.now]);
}

/** How many comments there are to read again. */
export async function indexed(tx: Tx): Promise<number> {
  return (await tx.one<{ n: number }>('select count(*) as n from comment_index'))?.n ?? 0;
}

/** What is counted in a cell, and how it felt. */
const SUMS = `
  sum(weight)::int as comments, sum(weight * (emotion is not null)::int)::int as felt,
  sum(weight * coalesce(emotion > 0, false)::int)::int as good, sum(weight * coalesce(emotion < 0, false)::int)::int as bad`;

const CELLS = ['comments', 'felt', 'good', 'bad'] as const;

/** What moved, by the cells that it counts in: an area's also in the one of the whole network. */
const movedIn = (place: 'unit' | 'area') =>
  place === 'unit'
    ? 'theme_moved'
    : `(select m.*, cell.area_id as cell_id from theme_moved m
         cross join lateral (values (m.area_id), (${WHOLE_NETWORK})) cell (area_id) where m.area_id is not null)`;

const cellOf = (place: 'unit' | 'area') => (place === 'unit' ? 'unit_id' : 'cell_id');

/** Cells are taken in the order of their keys. */
function moveSql(place: 'unit' | 'area'): string {
  const table = `theme_${place}_week`;
  return `insert into ${table} (${place}_id, week, edition_id, theme_id, ${CELLS.join(', ')})
          select ${cellOf(place)}, week, edition_id, theme_id, ${SUMS}
            from ${movedIn(place)} moved group by 1, 2, 3, 4 order by 1, 2, 3, 4
          on conflict (${place}_id, week, edition_id, theme_id) do update
             set ${CELLS.map((cell) => `${cell} = ${table}.${cell} + excluded.${cell}`).join(', ')}`;
}

function dropEmptySql(place: 'unit' | 'area'): string {
  return `delete from theme_${place}_week cell using (select distinct ${cellOf(place)} as place_id, week, edition_id, theme_id
                                                        from ${movedIn(place)} moved where weight < 0) touched
           where cell.${place}_id = touched.place_id and cell.week = touched.week and cell.edition_id = touched.edition_id
             and cell.theme_id = touched.theme_id and cell.comments = 0`;
}
