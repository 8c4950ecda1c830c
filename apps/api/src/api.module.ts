import { ApplicationModule } from '@juesuan/application';
import { type DynamicModule, Module } from '@nestjs/common';
import { MultipartModule } from '@nestjs/platform-fastify/multipart';
import { AccountController } from './account/account.controller';
import { ComparisonController } from './account/comparison.controller';
import { Exports } from './account/exports';
import { FilesController } from './account/files.controller';
import { AccessModule } from './access/access.module';
import { Imports } from './imports/imports';
import { ImportsController } from './imports/imports.controller';
import { LiveController } from './live/live.controller';
import { OpenStreams } from './live/open-streams';
import { AlertsController } from './monitoring/alerts.controller';
import { WatchSettingsController } from './monitoring/settings.controller';
import { ForecastController } from './monitoring/forecast.controller';
import { MonitoringController } from './monitoring/monitoring.controller';
import { OutturnController } from './monitoring/outturn.controller';
import { JournalController } from './reading/journal.controller';
import { LinesController } from './reading/lines.controller';
import { SaidController } from './reading/said.controller';
import { UnitsController } from './reading/units.controller';
import { VocabularyController } from './reading/vocabulary.controller';
import { Projecting } from './projecting';
import { API_SETTINGS, type ApiSettings } from './settings';
import { Stopping } from './stopping';
import { HealthController } from './system/health.controller';
import { SystemController } from './system/system.controller';
import { AdjustmentsController } from './year/adjustments.controller';
import { BudgetController } from './year/budget.controller';
import { FactsController } from './year/facts.controller';
import { PaymentsController } from './year/payments.controller';
import { Recording } from './year/recording';
import { YearController } from './year/year.controller';

const CONTROLLERS = [
  VocabularyController,
  UnitsController,
  YearController,
  LinesController,
  BudgetController,
  AdjustmentsController,
  PaymentsController,
  FactsController,
  SaidController,
  MonitoringController,
  ForecastController,
  OutturnController,
  AlertsController,
  WatchSettingsController,
  AccountController,
  ComparisonController,
  FilesController,
  JournalController,
  ImportsController,
  LiveController,
  SystemController,
  HealthController,
];

const PROVIDERS = [Recording, Imports, Exports, Projecting, OpenStreams, Stopping];

/** The HTTP service: resources over CommandBus and QueryBus. */
@Module({})
export class ApiModule {
  static with(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      imports: [
        ApplicationModule.with(settings.stores),
        AccessModule,
        MultipartModule.register({ limits: { fileSize: settings.maxUploadBytes, fieldSize: 1024, fields: 10 } }),
      ],
      controllers: CONTROLLERS,
      providers: [{ provide: API_SETTINGS, useValue: settings }, ...PROVIDERS],
      exports: [API_SETTINGS, ApplicationModule],
    };
  }
}
