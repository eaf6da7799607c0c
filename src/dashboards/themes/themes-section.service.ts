import { Injectable } from '@nestjs/common';
import { CommentPlaces } from '../../feedback/comments/comment-places.service.js';
import { EditionsQueries } from '../../feedback/themes/editions.queries.js';
import { ThemeCountsQueries } from '../../feedback/themes/theme-counts.queries.js';
import type { ReadSection, Section, SectionAsked } from '../sections/section.js';
import { talkedAbout } from './talked-about.presenter.js';

/** "What customers talk about", at every level: from the rollups, in one statement. */
@Injectable()
export class ThemesSection implements ReadSection {
  constructor(
    private readonly editions: EditionsQueries,
    private readonly counts: ThemeCountsQueries,
    private readonly places: CommentPlaces,
  ) {}

  async of({ actor, level, scope, code, path, choice, stretches }: SectionAsked): Promise<Section | null> {
    const edition = await this.editions.current();
    if (!edition) return null;
    const { now, earlier } = stretches;
    const [sums, place] = await Promise.all([
      this.counts.sums(edition.id, scope, { now, ...(earlier ? { earlier } : {}) }),
      this.places.ifReached(actor, level, code ?? ''),
    ]);
    const model = talkedAbout({ themes: edition.themes, sums, stretches, choice, path: place && path });
    return { partial: 'talked-about', model };
  }
}
