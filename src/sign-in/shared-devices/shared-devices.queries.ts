import { Injectable } from '@nestjs/common';
import type { UnitKind } from '../../network/imports/codes.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';

export interface DeviceRow {
  id: number;
  name: string;
  enrolledBy: string;
  enrolledAt: Date;
  lastUsedAt: Date | null;
  lastAddress: string | null;
  copiedAt: Date | null;
  copiedAddress: string | null;
}

export interface PlacedDeviceRow extends DeviceRow {
  unitCode: string;
  unitName: string;
}

export interface NewDevice {
  unitId: number;
  formToken: string;
  name: string;
  tokenHash: string;
  enrolledBy: number;
}

export interface UnitOfDevices {
  id: number;
  code: string;
  name: string;
  kind: UnitKind;
}

const DEVICE = `d.id, d.name, p.name as "enrolledBy", d.enrolled_at as "enrolledAt", d.last_used_at as "lastUsedAt",
  d.last_address as "lastAddress", d.copied_at as "copiedAt", d.copied_address as "copiedAddress"`;

@Injectable()
export class SharedDevicesQueries {
  constructor(private readonly db: Database) {}

  ofUnit(unitId: number): Promise<DeviceRow[]> {
    return this.db.query<DeviceRow>(
      `select ${DEVICE} from shared_device d join person p on p.id = d.enrolled_by
        where d.unit_id = $1 and d.revoked_at is null order by lower(d.name)`,
      [unitId],
    );
  }

  /** Those of all units, a unit's together. */
  all(): Promise<PlacedDeviceRow[]> {
    return this.db.query<PlacedDeviceRow>(
      `select ${DEVICE}, u.code as "unitCode", u.name as "unitName"
         from shared_device d join person p on p.id = d.enrolled_by join unit u on u.id = d.unit_id
        where d.revoked_at is null order by u.name, u.code, lower(d.name)`,
    );
  }

  /** Of these units the ones that are open on a day. */
  units(unitIds: readonly number[], today: IsoDate): Promise<UnitOfDevices[]> {
    return this.db.query<UnitOfDevices>(
      `select u.id, u.code, u.name, u.kind from unit u
        where u.id = any ($1) and exists (select from unit_place p where p.unit_id = u.id and p.valid @> $2::date)
        order by u.name, u.code`,
      [unitIds, today],
    );
  }

  /** Keeps enrolments of one unit apart, so that its limit holds. @returns how many devices it has */
  async lockUnit(tx: Tx, unitId: number): Promise<number> {
    await tx.query('select from unit where id = $1 for no key update', [unitId]);
    const row = await tx.one<{ n: number }>(
      'select count(*)::int as n from shared_device where unit_id = $1 and revoked_at is null',
      [unitId],
    );
    return row?.n ?? 0;
  }

  /** @returns the new id, or null when this form was sent before */
  async add(tx: Tx, { unitId, formToken, name, tokenHash, enrolledBy }: NewDevice): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into shared_device (unit_id, form_token, name, token_hash, enrolled_by, enrolled_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (form_token) do nothing returning id`,
      [unitId, formToken, name, tokenHash, enrolledBy, tx.now],
    );
    return row?.id ?? null;
  }

  /** @returns the name it had; null when the unit has no such device in use */
  async rename(tx: Tx, unitId: number, id: number, name: string): Promise<string | null> {
    const row = await tx.one<{ was: string }>(
      `update shared_device d set name = $3 from shared_device old
        where d.id = $2 and old.id = d.id and d.unit_id = $1 and d.revoked_at is null returning old.name as was`,
      [unitId, id, name],
    );
    return row?.was ?? null;
  }

  /** @returns false when the unit has no such device in use */
  async revoke(tx: Tx, unitId: number, id: number, by: number): Promise<boolean> {
    const row = await tx.one(
      `update shared_device set revoked_at = $3, revoked_by = $4
        where id = $1 and unit_id = $2 and revoked_at is null returning id`,
      [id, unitId, tx.now, by],
    );
    return row !== null;
  }

  /** Whether the unit ever had it: taking back twice is no mistake. */
  async known(unitId: number, id: number): Promise<boolean> {
    return (await this.db.one('select from shared_device where id = $1 and unit_id = $2', [id, unitId])) !== null;
  }

  async noteUse(id: number, address: string, now: Date): Promise<void> {
    await this.db.query('update shared_device set last_used_at = $3, last_address = $2 where id = $1', [
      id,
      address,
      now,
    ]);
  }

  async noteCopy(tx: Tx, id: number, address: string): Promise<void> {
    await tx.query('update shared_device set copied_at = $3, copied_address = $2 where id = $1', [id, address, tx.now]);
  }
}
