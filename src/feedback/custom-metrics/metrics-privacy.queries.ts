import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/**
 * Values are numbers of places, never of people: of a unit, an area, a region or the network. A number of a unit in which one
 * person works alone could be read as that person's; the audience of a metric is chosen with that in mind. What is kept
 * about people is who defined a number and who brought or took back values.
 */
export const METRICS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'metrics.defined',
      title: msg('Other numbers that you defined'),
      purpose: msg('So that it’s known who said what a number means.'),
      covers: ['custom_metric.created_by'],
      sql: `select name, created_at from custom_metric where created_by = $1 order by id`,
      columns: { name: msg('Number'), created_at: msg('Defined') },
    },
    {
      kind: 'metrics.imports',
      title: msg('Values of other numbers that you brought in or took back'),
      purpose: msg('So that it’s known where values came from and who loaded them.'),
      covers: ['metric_import.started_by', 'metric_import.undone_by'],
      sql: `select m.name as number, i.name as file, i.started_at, i.undone_at
              from metric_import i join custom_metric m on m.id = i.metric_id
             where i.started_by = $1 or i.undone_by = $1 order by i.id`,
      columns: { number: msg('Number'), file: msg('File'), started_at: msg('Begun'), undone_at: msg('Taken back') },
    },
  ],
  keeps: [
    {
      kind: 'metrics.importers',
      period: { unit: 'months', standard: 36, least: 12, most: 84 },
      time: 'product',
      what: msg('Who brought in or took back values of other numbers, and the name of the file'),
      stays: msg('The values, which are of places and not of people.'),
      old: `select id from metric_import where started_at < $1
              and (started_by is not null or undone_by is not null or name <> '') order by id`,
      goes: `gone as (update metric_import i set started_by = null, undone_by = null, name = '' from old
              where i.id = old.id returning 1)`,
    },
  ],
  changes: {
    'metrics.define': msg('Defined another number'),
    'metrics.change': msg('Changed what another number is'),
    'metrics.retire': msg('Retired another number'),
    'metrics.bringBack': msg('Brought back another number'),
    'metrics.type': msg('Typed a value of another number'),
    'metrics.import': msg('Brought in values of another number'),
    'metrics.undo': msg('Took back values of another number'),
    'metrics.saveMapping': msg('Said which column of a file of values is what'),
  },
  subjects: { customMetric: msg('Other number') },
};
