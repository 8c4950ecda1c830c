import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Accounts } from './account/accounts';
import { ListAdjustmentsHandler } from './reading/adjustments';
import { BudgetYears } from './recording/budget-years';
import { CheckAccountHandler } from './account/check';
import { CheckFileHandler } from './account/check-file';
import { CloseUnitsHandler, ReopenUnitsHandler } from './recording/close-units';
import { CodeBooks } from './codes/code-books';
import { ListCodesHandler } from './codes/codes';
import { CompareAccountsHandler } from './account/compare';
import { DefineCodesHandler } from './codes/define-codes';
import { ExportDocumentHandler } from './account/export-document';
import { ListFactsHandler } from './reading/facts';
import { ListCorrectionsHandler } from './reading/corrected-by';
import { ListFreezesHandler } from './reading/freezes';
import { LookAtClosingHandler } from './reading/last-closing';
import { Freshness } from './reading/freshness';
import { YearHistoryHandler } from './reading/history';
import { ImportYearHandler } from './import/import-year';
import { Journals } from './reading/journals';
import { LineTimelineHandler } from './reading/line-timeline';
import { ListLinesHandler } from './reading/lines';
import { LiveChanges } from './reading/live-changes';
import { Logs } from './account/logs';
import { LoadedYears } from './recording/loaded-years';
import { LookAtEventHandler } from './reading/look-at-event';
import { RebuildHandler, VerifyLogHandler } from './maintenance/maintenance';
import { OpenedUnits } from './reading/opened-units';
import { PreviewAdjustmentHandler } from './recording/preview-adjustment';
import { PreviewWordingHandler } from './account/preview-wording';
import { ListFactsAskedHandler, ListProfilesHandler, Profiles } from './account/profiles';
import { RecordHandler } from './recording/record';
import { Readings } from './account/readings';
import { ReportAccountHandler } from './account/report';
import { SETTINGS, type Settings } from './settings';
import { SpeakOfAlertHandler } from './monitoring/speak-of-alert';
import { LookAtPaymentHandler } from './reading/standing-payment';
import { Snapshots } from './recording/snapshots';
import { EVENT_STORE, READ_STORE, storeProviders, StoreShutdown } from './stores';
import { ListUnitsHandler, ListYearsHandler } from './reading/units';
import { ForecastYearHandler } from './monitoring/forecast-year';
import { LookAtOutturnHandler } from './monitoring/look-at-outturn';
import { ListAlertsHandler, LookAtWatchingHandler } from './monitoring/list-alerts';
import { ListVersionsHandler } from './account/versions';
import { WhyFigureHandler } from './account/why';
import { WhySentenceHandler } from './account/why-sentence';
import { WatchExecutionHandler } from './monitoring/watch-execution';
import { Watching } from './monitoring/watching';
import { LookAtYearHandler } from './reading/year-state';

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
  CheckFileHandler,
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
  LookAtClosingHandler,
  ListCorrectionsHandler,
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
