import { type Access, openAccess } from '@juesuan/access';
import { tablesLocation } from '@juesuan/application';
import { Inject, Injectable, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from '../settings';

export const ACCESS = Symbol('access');

/** Users and sessions, in the read store's database. */
export const accessProvider: Provider = {
  provide: ACCESS,
  inject: [API_SETTINGS],
  useFactory: ({ stores }: ApiSettings): Promise<Access> => openAccess(tablesLocation(stores)),
};

/** Lets go of the users when the service ends. */
@Injectable()
export class AccessShutdown implements OnApplicationShutdown {
  constructor(@Inject(ACCESS) private readonly access: Access) {}

  onApplicationShutdown(): Promise<void> {
    return this.access.close();
  }
}
