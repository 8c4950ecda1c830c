import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { BudgetYears } from './budget-years';
import { CheckAccountHandler } from './check';
import { CodeBooks } from './code-books';
import { DefineCodesHandler } from './define-codes';
import { YearHistoryHandler } from './history';
import { ImportYearHandler } from './import/import-year';
import { RebuildHandler, VerifyLogHandler } from './maintenance';
import { Profiles } from './profiles';
import { RecordHandler } from './record';
import { ReportAccountHandler } from './report';
import { SETTINGS, type Settings } from './settings';
import { EVENT_STORE, READ_STORE, storeProviders, StoreShutdown } from './stores';
import { ListUnitsHandler } from './units';
import { WhyFigureHandler } from './why';

const HANDLERS = [
  ImportYearHandler,
  RecordHandler,
  DefineCodesHandler,
  RebuildHandler,
  ReportAccountHandler,
  CheckAccountHandler,
  WhyFigureHandler,
  YearHistoryHandler,
  VerifyLogHandler,
  ListUnitsHandler,
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
        CodeBooks,
        BudgetYears,
        Accounts,
        Profiles,
        ...HANDLERS,
      ],
      exports: [CqrsModule, EVENT_STORE, READ_STORE],
    };
  }
}
