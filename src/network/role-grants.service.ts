import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import type { IsoDate } from '../platform/dates.js';
import { roleGrantsChanged } from './network.events.js';
import type { GrantedRole } from './role-grants.js';
import { RoleGrantQueries } from './role-grants.queries.js';

export interface GrantsChanged {
  granted: GrantedRole[];
  ended: GrantedRole[];
}

@Injectable()
export class RoleGrants {
  constructor(private readonly queries: RoleGrantQueries) {}

  /**
   * What `source` says of a person from `day` on: exactly these roles. What other sources granted stays. Says what became
   * different, recorded and in the audit log; the same again changes nothing.
   */
  async replace(
    tx: Tx,
    personId: number,
    source: string,
    roles: readonly GrantedRole[],
    day: IsoDate,
  ): Promise<GrantsChanged> {
    await this.queries.claim(tx, personId);
    const ended = await this.queries.end(tx, personId, source, roles, day);
    const granted = await this.queries.begin(tx, personId, source, roles, day);
    if (granted.length + ended.length > 0) await this.record(tx, personId, source, { granted, ended });
    return { granted, ended };
  }

  private async record(tx: Tx, personId: number, source: string, changed: GrantsChanged): Promise<void> {
    await tx.record(roleGrantsChanged({ personId, ...changed }, personId));
    await tx.audit({
      actorId: personId,
      action: 'network.roleGrantsChanged',
      subjectKind: 'person',
      subjectId: personId,
      detail: { source, ...changed },
    });
  }
}
