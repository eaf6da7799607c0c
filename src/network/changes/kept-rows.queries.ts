/**
 * SQL that changes rows and keeps in network_change_row how they were. Every statement takes the change's id as $1.
 * Rows that stay as they are are not touched: nobody waits for them, and an undo has nothing to do with them.
 */

/** A table whose rows say from when to when something holds; `owner` is whose rows an import replaces. */
export interface SpanTable {
  table: 'area_region' | 'unit_area' | 'posting';
  owner: string;
  /** All columns but id and valid. */
  columns: readonly string[];
}

export const AREA_REGION: SpanTable = { table: 'area_region', owner: 'area_id', columns: ['area_id', 'region_id'] };
export const UNIT_AREA: SpanTable = { table: 'unit_area', owner: 'unit_id', columns: ['unit_id', 'area_id'] };
export const POSTING: SpanTable = {
  table: 'posting',
  owner: 'person_id',
  columns: ['person_id', 'unit_id', 'area_id', 'region_id', 'role', 'main'],
};

/** Takes away what the table `next` does not hold any more of those whom it speaks of. */
export const takeAway = ({ table, owner, columns }: SpanTable, next: string): string => `
  with gone as (
    delete from ${table} it
     where it.${owner} in (select ${owner} from ${next})
       and not exists (select from ${next} n where ${same(columns, 'it', 'n')})
    returning it.id, to_jsonb(it) as was)
  insert into network_change_row (change_id, target, row_id, was) select $1::int, '${table}', id, was from gone`;

/** Adds what the table `next` holds beyond what is there. */
export const add = ({ table, columns }: SpanTable, next: string): string => `
  with made as (
    insert into ${table} (${columns.join(', ')}, valid)
    select ${columns.join(', ')}, valid from ${next} n
     where not exists (select from ${table} it where ${same(columns, 'it', 'n')})
    returning id, to_jsonb(${table}) as became)
  insert into network_change_row (change_id, target, row_id, became) select $1::int, '${table}', id, became from made`;

/** Renames, and adds, the regions, areas or units that `said` names. @param keys the columns beside code */
export const rename = (table: 'region' | 'area' | 'unit', keys: readonly string[], said: string): string => `
  with said as (${said}),
  changed as (
    update ${table} it set ${keys.map((key) => `${key} = said.${key}`).join(', ')}
      from said where said.code = it.code and (${list('it', keys)}) is distinct from (${list('said', keys)})
    returning it.id, ${json('old', keys)} as was, ${json('new', keys)} as became),
  made as (
    insert into ${table} (code, ${keys.join(', ')})
    select code, ${keys.join(', ')} from said where not exists (select from ${table} it where it.code = said.code)
     order by code
    returning id, ${json('new', keys)} as became)
  insert into network_change_row (change_id, target, row_id, was, became)
  select $1::int, '${table}', id, was, became from changed union all select $1::int, '${table}', id, null, became from made`;

export const json = (of: string, keys: readonly string[]): string =>
  `jsonb_build_object(${keys.map((key) => `'${key}', ${of}.${key}`).join(', ')})`;

const list = (of: string, keys: readonly string[]): string => keys.map((key) => `${of}.${key}`).join(', ');

/** True for equal rows, in a form that can be hashed: of the places of a posting all but one are null. */
function same(columns: readonly string[], one: string, other: string): string {
  const of = (name: string) =>
    columns.map((column) => (PLACES.includes(column) ? `coalesce(${name}.${column}, 0)` : `${name}.${column}`));
  return `(${[...of(one), `${one}.valid`].join(', ')}) = (${[...of(other), `${other}.valid`].join(', ')})`;
}

const PLACES: readonly string[] = ['unit_id', 'area_id', 'region_id'];
