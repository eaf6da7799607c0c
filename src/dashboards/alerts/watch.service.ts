import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../platform/grouped-by.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { actorPlaceReached } from './reached.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, lastClosedWeek } from '../../platform/dates.js';
import { SettingsQueries } from '../../platform/settings.queries.js';
import { standing } from './alert-place.js';
import { ALERT_TOLD, alertFacts, type ToldPlace } from './alert-message.js';
import { AlertsQueries, type RunningAlert, type WatchedPlace } from './alerts.queries.js';
import { tellings } from './judge.js';
import { familyOf, keyOf, type Measure } from './measure.js';
import type { SeenWeek } from './seen/seen.js';
import { Sights } from './seen/sights.service.js';
import { mayWatch, mayWatchTraining, type Watchables, WatchableThings } from './watchable.service.js';

const BATCH = 300;
const SEEN_MARK = 'dashboards.alerts';

interface Found {
  alert: RunningAlert;
  told: ToldPlace[];
  raised: Set<number>;
}

/**
 * Looks at every alert when a week has closed or answers have come in, some hundred at a time: one statement for all of their
 * places and each measure. A batch that is interrupted is looked at again and tells nothing twice, since what was told has a
 * key of alert, place and week.
 */
@Injectable()
export class AlertWatch {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly alerts: AlertsQueries,
    private readonly sights: Sights,
    private readonly things: WatchableThings,
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsQueries,
  ) {}

  async look(): Promise<void> {
    const today = this.clock.today();
    const week = lastClosedWeek(today);
    const mark = await this.alerts.mark(today, week);
    if ((await this.settings.read<string>(SEEN_MARK)) === mark) return;
    await this.lookAtAll(week);
    await this.db.write((tx) => this.settings.save(tx, SEEN_MARK, mark));
  }

  private async lookAtAll(week: IsoDate): Promise<void> {
    const today = this.clock.today();
    const things = await this.things.all();
    let page = await this.alerts.running(0, today, BATCH);
    while (page.length > 0) {
      await this.lookAt(
        page.filter((alert) => actorPlaceReached(alert) && isKnown(alert, things)),
        things,
        week,
      );
      page = await this.alerts.running(page.at(-1)?.id ?? 0, today, BATCH);
    }
  }

  private async lookAt(alerts: readonly RunningAlert[], things: Watchables, week: IsoDate): Promise<void> {
    if (alerts.length === 0) return;
    const ids = alerts.map(({ id }) => id);
    const [places, raised] = await Promise.all([this.alerts.watched(ids, this.clock.today()), this.alerts.raised(ids)]);
    const watched = groupedBy(places, ({ alertId }) => alertId);
    const seen = await this.seenBy(alerts, watched, week);
    const found = alerts.map((alert) => judged(alert, watched, seen, raised.get(alert.id)));
    await this.db.write((tx) => this.tell(tx, found, things, week));
  }

  /** By measure and level, so that there are as many statements as those, however many alerts. */
  private async seenBy(
    alerts: readonly RunningAlert[],
    watched: ReadonlyMap<number, readonly WatchedPlace[]>,
    week: IsoDate,
  ) {
    const asked = new Map<string, { level: RunningAlert['level']; measure: Measure; ids: Set<number> }>();
    for (const alert of alerts) {
      const [level, key] = [levelOf(alert), sightOf(alert)];
      const group = asked.get(key) ?? { level, measure: alert.measure, ids: new Set() };
      for (const { placeId } of watched.get(alert.id) ?? []) group.ids.add(placeId);
      asked.set(key, group);
    }
    const read = await Promise.all(
      [...asked].map(async ([key, { level, measure, ids }]) => {
        const weeks = { from: week, to: week };
        return [key, await this.sights.of({ level, measure, placeIds: [...ids], weeks })] as const;
      }),
    );
    return new Map(read);
  }

  private async tell(tx: Tx, found: readonly Found[], things: Watchables, week: IsoDate): Promise<void> {
    const each = found.flatMap(({ alert, told }) => told.map((one) => ({ ...one, alertId: alert.id })));
    const fresh = await this.alerts.tell(tx, each);
    const freshOf = new Map(fresh.map(({ id, alertId, placeId }) => [`${alertId} ${placeId}`, id]));
    const messages = found.flatMap(({ alert, told }) => {
      const news = told.filter(({ placeId }) => freshOf.has(`${alert.id} ${placeId}`));
      if (news.length === 0) return [];
      const facts = alertFacts(alert, news, things.get(alert.measure)?.subject ?? null);
      return [message(alert, facts, freshOf.get(`${alert.id} ${news[0]!.placeId}`)!, tx.now)];
    });
    await this.notifications.plan(tx, messages);
    const raised = found.flatMap(({ alert, raised: now }) => [...now].map((id): [number, number] => [alert.id, id]));
    await this.alerts.keepRaised(
      tx,
      found.map(({ alert }) => alert.id),
      raised,
      week,
    );
  }
}

function judged(
  alert: RunningAlert,
  watched: ReadonlyMap<number, readonly WatchedPlace[]>,
  seen: ReadonlyMap<string, readonly SeenWeek[]>,
  before: ReadonlySet<number> | undefined,
): Found {
  const places = new Map(watched.get(alert.id)?.map((place) => [place.placeId, place]));
  const weeks = (seen.get(sightOf(alert)) ?? []).map((one) => ({
    week: one.week,
    seen: one.seen.filter(({ placeId }) => places.has(placeId)),
  }));
  const { told, raised } = tellings(alert, weeks, before);
  const named = told.map((one) => ({
    ...one,
    code: places.get(one.placeId)?.code ?? null,
    name: places.get(one.placeId)?.name ?? null,
  }));
  return { alert, told: named, raised };
}

const levelOf = ({ level, eachUnit }: Pick<RunningAlert, 'level' | 'eachUnit'>) => (eachUnit ? 'unit' : level);
const sightOf = (alert: RunningAlert) => `${levelOf(alert)} ${alert.measure}`;

/** What an alert names may be gone, or not be its owner's to know any more. */
function isKnown(alert: RunningAlert, things: Watchables): boolean {
  const { measure, level, placeId, areaId, regionId, eachUnit } = alert;
  const posts = { posts: alert.posts ?? [] };
  const place = standing(level, { id: placeId, areaId, regionId });
  if (familyOf(measure) === 'training' && !mayWatchTraining(posts, place)) return false;
  if (keyOf(measure) === '') return true;
  const thing = things.get(measure);
  return thing !== undefined && mayWatch(thing, posts, { level, eachUnit, place });
}

function message(alert: RunningAlert, facts: MessageFacts, toldId: number, now: Date) {
  return {
    personId: alert.personId,
    kind: ALERT_TOLD,
    key: `alert:${alert.id}:told:${toldId}`,
    notBefore: now,
    subject: { kind: 'alert', id: alert.id },
    facts,
    madeBy: null,
    urgent: alert.delivery === 'mail',
    appOnly: alert.delivery === 'app',
  };
}
