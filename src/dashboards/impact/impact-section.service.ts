import { Injectable } from '@nestjs/common';
import { impactPermissions } from '../../impact/impact.policy.js';
import { impactPath } from '../../impact/paths.js';
import { LatestResults } from '../../impact/studies/latest-results.service.js';
import { studyTile } from '../../impact/studies/study-tile.js';
import { can } from '../../platform/permissions.js';
import type { ReadSection, Section, SectionAsked } from '../sections/section.js';

/** The section "Did it work?" of the network, a region and an area: the latest answers. A page of the past says nothing of them. */
@Injectable()
export class ImpactSection implements ReadSection {
  constructor(private readonly results: LatestResults) {}

  async of({ actor, level, asOf }: SectionAsked): Promise<Section | null> {
    if (level === 'unit' || asOf !== null || !can(actor, impactPermissions.read)) return null;
    const latest = await this.results.current();
    if (latest.length === 0) return null;
    return { partial: 'did-it-work', model: { tiles: latest.map(studyTile), path: impactPath } };
  }
}
