import { Freshness } from '@juesuan/application';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { API_SETTINGS, type ApiSettings } from './settings';

const EVERY_MS = 1_000;

/** Keeps the read store near the events also while nobody asks: the first query of the morning must not wait for the night's import. */
@Injectable()
export class Projecting implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('projection');
  private timer: NodeJS.Timeout | null = null;
  private failed = '';

  constructor(
    private readonly freshness: Freshness,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.stores.projects) this.timer = setInterval(() => void this.catchUp(), EVERY_MS);
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** An event it does not know stops it until the program is renewed; queries answer 503 meanwhile, and the log says it once. */
  private async catchUp(): Promise<void> {
    try {
      await this.freshness.catchUp();
      this.failed = '';
    } catch (error) {
      const says = error instanceof Error ? error.message : String(error);
      if (says !== this.failed) this.logger.error(says);
      this.failed = says;
    }
  }
}
