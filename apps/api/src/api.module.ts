import { ApplicationModule } from '@juesuan/application';
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module';
import { API_SETTINGS, type ApiSettings } from './settings';

/** The HTTP service: resources over CommandBus and QueryBus. */
@Module({})
export class ApiModule {
  static with(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      imports: [ApplicationModule.with(settings.stores), AccessModule],
      providers: [{ provide: API_SETTINGS, useValue: settings }],
      exports: [API_SETTINGS],
    };
  }
}
