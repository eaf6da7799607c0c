import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { json } from './kept-rows.queries.js';
import type { ImportKind, PutBack, Target } from './undo-result.js';

/** An import that changed something. */
export interface LastImport {
  id: number;
  kind: ImportKind;
  sha256: string;
  fileImportId: number | null;
  fileName: string | null;
  madeAt: Date;
  undoneAt: Date | null;
}

/** A column that points at rows of a table, and the group of traces that its table belongs to. */
export interface Pointing {
  table: string;
  column: string;
  group: string;
}

export interface Held {
  group: string;
  n: number;
}

/** Which rows the last import of a kind changed, and whether they are still what it made of them. */
@Injectable()
export class UndoQueries {
  constructor(private readonly db: Database) {}

  /** Null when there was none. */
  last(kind: ImportKind, on: Pick<Tx, 'one'> = this.db): Promise<LastImport | null> {
    return on.one<LastImport>(
      `select c.id, c.kind, c.sha256, c.file_import_id as "fileImportId", f.file_name as "fileName", c.made_at as "madeAt",
              u.made_at as "undoneAt"
         from network_change c left join file_import f on f.id = c.file_import_id
         left join network_change u on u.undoes = c.id
        where c.kind = $1 and c.undoes is null order by c.id desc limit 1`,
      [kind],
    );
  }

  rows(tx: Tx, changeId: number): Promise<PutBack[]> {
    return tx.query<PutBack>(
      `select target, count(*) filter (where was is null) as out,
              count(*) filter (where was is not null and became is not null) as "asBefore",
              count(*) filter (where became is null) as back
         from network_change_row where change_id = $1 group by target order by target`,
      [changeId],
    );
  }

  /** How many rows are not any more what the import made of them, or would take what somebody else has by now. */
  async changedSince(tx: Tx, changeId: number): Promise<{ target: Target; n: number }[]> {
    const each = Object.entries(IS_NOW).map(
      ([target, now]) => `select '${target}' as target, count(*) as n from network_change_row k
        left join ${target} it on it.id = k.row_id
       where k.change_id = $1 and k.target = '${target}' and k.became is not null
         and (it.id is null or not ${now} @> k.became)`,
    );
    return tx.query(`select * from (${[...each, EMAIL_GIVEN_AWAY].join(' union all ')}) changed where n > 0`, [
      changeId,
    ]);
  }

  /**
   * Columns of other tables that point at rows of this one: what is in them holds a row there. Those that an import writes
   * itself do not, as long as nothing has changed since.
   */
  pointingAt(tx: Tx, target: Target): Promise<Omit<Pointing, 'group'>[]> {
    return tx.query(
      `select k.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint k
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = $1::regclass and k.confdeltype <> 'c'
          and not (k.conrelid::regclass::text = any ($2)) order by 1, 2`,
      [target, target === 'person' ? ['posting'] : ['area_region', 'unit_area', 'unit_merger', 'unit_place']],
    );
  }

  /** Remembers which rows that came with the import are held, and by what. @returns how many by group, the most first */
  async findHeld(tx: Tx, changeId: number, target: Target, pointing: readonly Pointing[]): Promise<Held[]> {
    await tx.query(`create temp table came_${target} (id int primary key) on commit drop`);
    await tx.query(
      `insert into came_${target} select row_id from network_change_row where change_id = $1 and target = $2 and was is null`,
      [changeId, target],
    );
    await tx.query(`analyze came_${target}`);
    // Whoever is about to point at one of them waits: what is found held is then all that is held.
    await tx.query(`select from ${target} where id in (select id from came_${target}) order by id for update`);
    const each = pointing.map(
      ({ table, column, group }) =>
        `select id, '${group}' as "group" from came_${target} came where exists (select from ${table} it where it.${column} = came.id)`,
    );
    await tx.query(`create temp table held_${target} on commit drop as ${each.join(' union ')}`);
    return tx.query(`select "group", count(*) as n from held_${target} group by 1 order by 2 desc, 1`);
  }

  async countHeld(tx: Tx, target: Target): Promise<number> {
    return (await tx.one<{ n: number }>(`select count(distinct id) as n from held_${target}`))?.n ?? 0;
  }

  /** Takes away what came with the import and is not held, and what was worked out about it. */
  async takeOut(tx: Tx, target: Target, derived: readonly Omit<Pointing, 'group'>[]): Promise<void> {
    const going = `select id from came_${target} came where not exists (select from held_${target} held where held.id = came.id)`;
    const tables = [...derived, { table: target, column: 'id' }];
    await tx.query(tables.map(({ table, column }) => `delete from ${table} where ${column} in (${going})`).join('; '));
  }
}

const IS_NOW: Record<Target, string> = {
  region: json('it', ['name']),
  area: json('it', ['name']),
  area_region: 'to_jsonb(it)',
  unit: json('it', ['name', 'kind', 'nation']),
  unit_area: 'to_jsonb(it)',
  unit_merger: 'to_jsonb(it)',
  person: json('it', ['name', 'email']),
  posting: 'to_jsonb(it)',
};

/** An address that somebody had before the import, and that by now is that of a person it did not change. */
const EMAIL_GIVEN_AWAY = `
  select 'person', count(*) from network_change_row k join person p on lower(p.email) = lower(k.was ->> 'email')
   where k.change_id = $1 and k.target = 'person' and p.id not in (
     select row_id from network_change_row where change_id = $1 and target = 'person')`;
