/**
 * Custom metrics own the other numbers by place and time (footfall, transactions, first response time, the rank in an index):
 * what they are, who sees them, their values with history, and the cells that pages read. They do not own what customers
 * say (feedback), nor the pages on which they stand (dashboards). A module of its own within feedback.
 *
 * A file of values is read, cut into chunks, landed, tried out and kept track of by the hand of the imports of answers
 * (src/feedback/imports, src/platform/files). Apart stay, since they differ for a reason: the staging table and the landing
 * (a value is named by place and period, needs no masking, and has its area stored beside it, where an answer is named by a
 * keyed hash and moves rollups of forty columns); the checkpoint (in the tally of `metric_import`, with the places and
 * periods of a file in memory, where answers need a table of what came: their names are texts and no two files of them are
 * alike); history and undo (sums can be worked out anew from the few values of a cell, so an undo is one transaction, where
 * millions of answers are taken back in steps); and whom one waits for (a chunk at a time, so that a program's batch lands
 * between two chunks of a file, where answers of one import land together).
 */
import { Module, type OnModuleInit } from '@nestjs/common';
import { Traces } from '../../network/changes/traces.service.js';
import { NetworkModule } from '../../network/network.module.js';
import { Privacy } from '../../platform/privacy/privacy-of-module.js';
import { RejectedLines } from '../imports/rejected-lines.service.js';
import { SurveyFiles } from '../imports/survey-file.service.js';
import { Samples } from '../sources/samples.service.js';
import { Utf8Copies } from '../uploads/utf8-copy.service.js';
import { ValueFileController } from './files/value-file.controller.js';
import { ValueImports } from './files/value-import.service.js';
import { ValueMappingController } from './files/value-mapping.controller.js';
import { ValueUploadJobs } from './files/value-uploads.jobs.js';
import { ValueUploads } from './files/value-uploads.service.js';
import { ValueWork } from './files/value-work.service.js';
import { METRICS_PRIVACY } from './metrics-privacy.queries.js';
import { VALUES_TRACE } from './metrics-traces.js';
import { MetricController } from './metric.controller.js';
import { MetricSeries } from './metric-series.service.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsQueries } from './metrics.queries.js';
import { Metrics } from './metrics.service.js';
import { NumbersController } from './numbers.controller.js';
import { AnsweredOnce } from '../api/answered-once.service.js';
import { ApiAnswersQueries } from '../api/api-answers.queries.js';
import { SentValuesQueries } from './api/sent-values.queries.js';
import { SentValues } from './api/sent-values.service.js';
import { ValuesApiController } from './api/values-api.controller.js';
import { KnownPlacesQueries } from './values/known-places.queries.js';
import { NumbersQueries } from './values/reading.queries.js';
import { NumberRowsQueries } from './values/rows.queries.js';
import { MetricSeriesQueries } from './values/series.queries.js';
import { TypedValues } from './values/typed-value.service.js';
import { UndoneValues } from './values/undo-values.service.js';
import { ValueImportsQueries } from './values/value-imports.queries.js';
import { ValuesJobs } from './values/values.jobs.js';

@Privacy(METRICS_PRIVACY)
@Module({
  imports: [NetworkModule],
  controllers: [
    MetricsController,
    MetricController,
    ValueMappingController,
    ValueFileController,
    NumbersController,
    ValuesApiController,
  ],
  providers: [
    Metrics,
    MetricsQueries,
    MetricSeries,
    MetricSeriesQueries,
    KnownPlacesQueries,
    NumbersQueries,
    NumberRowsQueries,
    TypedValues,
    UndoneValues,
    ValueImportsQueries,
    ValuesJobs,
    RejectedLines,
    SurveyFiles,
    Samples,
    Utf8Copies,
    ValueImports,
    ValueUploads,
    ValueWork,
    ValueUploadJobs,
    ApiAnswersQueries,
    AnsweredOnce,
    SentValues,
    SentValuesQueries,
  ],
  exports: [Metrics, MetricsQueries, MetricSeries, NumbersQueries, KnownPlacesQueries, Samples, ValueImports],
})
export class CustomMetricsModule implements OnModuleInit {
  constructor(private readonly traces: Traces) {}

  onModuleInit(): void {
    this.traces.register(VALUES_TRACE);
  }
}
