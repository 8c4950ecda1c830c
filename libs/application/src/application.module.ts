import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { ListAdjustmentsHandler } from './adjustments';
import { BudgetYears } from './budget-years';
import { CheckAccountHandler } from './check';
import { CloseUnitsHandler, ReopenUnitsHandler } from './close-units';
import { CodeBooks } from './code-books';
import { ListCodesHandler } from './codes';
import { CompareAccountsHandler } from './compare';
import { DefineCodesHandler } from './define-codes';
import { ExportDocumentHandler } from './export-document';
import { ListFactsHandler } from './facts';
import { ListFreezesHandler } from './freezes';
import { Freshness } from './freshness';
import { YearHistoryHandler } from './history';
import { ImportYearHandler } from './import/import-year';
import { Journals } from './journals';
import { LineTimelineHandler } from './line-timeline';
import { ListLinesHandler } from './lines';
import { LiveChanges } from './live-changes';
import { Logs } from './logs';
import { LoadedYears } from './loaded-years';
import { LookAtEventHandler } from './look-at-event';
import { RebuildHandler, VerifyLogHandler } from './maintenance';
import { OpenedUnits } from './opened-units';
import { PreviewAdjustmentHandler } from './preview-adjustment';
import { PreviewWordingHandler } from './preview-wording';
import { ListFactsAskedHandler, ListProfilesHandler, Profiles } from './profiles';
import { RecordHandler } from './record';
import { Readings } from './readings';
import { ReportAccountHandler } from './report';
import { SETTINGS, type Settings } from './settings';
import { SpeakOfAlertHandler } from './speak-of-alert';
import { LookAtPaymentHandler } from './standing-payment';
import { Snapshots } from './snapshots';
import { EVENT_STORE, READ_STORE, storeProviders, StoreShutdown } from './stores';
import { ListUnitsHandler, ListYearsHandler } from './units';
import { ForecastYearHandler } from './forecast-year';
import { LookAtOutturnHandler } from './look-at-outturn';
import { ListAlertsHandler, LookAtWatchingHandler } from './list-alerts';
import { ListVersionsHandler } from './versions';
import { WhyFigureHandler } from './why';
import { WhySentenceHandler } from './why-sentence';
import { WatchExecutionHandler } from './watch-execution';
import { Watching } from './watching';
import { LookAtYearHandler } from './year-state';

const HANDLERS = [
  ImportYearHandler,
  RecordHandler,
  CloseUnitsHandler,
  ReopenUnitsHandler,
  DefineCodesHandler,
  RebuildHandler,
  ReportAccountHandler,
  ExportDocumentHandler,
  CheckAccountHandler,
  CompareAccountsHandler,
  ListVersionsHandler,
  WhyFigureHandler,
  WhySentenceHandler,
  YearHistoryHandler,
  VerifyLogHandler,
  ListUnitsHandler,
  ListYearsHandler,
  ListLinesHandler,
  LineTimelineHandler,
  ListAdjustmentsHandler,
  ListFactsHandler,
  ListFreezesHandler,
  PreviewAdjustmentHandler,
  PreviewWordingHandler,
  LookAtPaymentHandler,
  LookAtYearHandler,
  WatchExecutionHandler,
  ForecastYearHandler,
  LookAtOutturnHandler,
  LookAtEventHandler,
  ListFactsAskedHandler,
  ListProfilesHandler,
  ListCodesHandler,
  ListAlertsHandler,
  LookAtWatchingHandler,
  SpeakOfAlertHandler,
];

/** Every command and query of the system over CommandBus and QueryBus; the CLI and the service are shells around it. */
@Module({})
export class ApplicationModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule],
      providers: [
        { provide: SETTINGS, useValue: settings },
        ...storeProviders,
        StoreShutdown,
        Freshness,
        OpenedUnits,
        CodeBooks,
        BudgetYears,
        LoadedYears,
        Snapshots,
        Readings,
        Accounts,
        Logs,
        Journals,
        LiveChanges,
        Profiles,
        Watching,
        ...HANDLERS,
      ],
      exports: [CqrsModule, EVENT_STORE, READ_STORE, Freshness, LiveChanges],
    };
  }
}
