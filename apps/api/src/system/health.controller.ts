import { EVENT_STORE, READ_STORE } from '@juesuan/application';
import { type EventStore, StoreUnavailable } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import { Controller, Get, Header, HttpCode, Inject, Logger, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../access/signed-in';
import { MetricsGuard } from './metrics-guard';
import { HealthDto } from './system.dto';

/** For those who keep the service running: is it there, is it up to date, what does it measure. */
@ApiTags('运行')
@Controller()
export class HealthController {
  private readonly logger = new Logger('health');
  private readonly registry = new Registry();
  private readonly lag = this.gauge('juesuan_projection_lag_events', 'events not yet in the read store');
  private readonly recorded = this.gauge('juesuan_events', 'events in the event store');

  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly readStore: ReadStore,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** 进程在运行 */
  @Get('health/live')
  @Public()
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 两个库都能读，并说明读库落后多少 */
  @Get('health/ready')
  @Public()
  @HttpCode(200)
  async ready(): Promise<HealthDto> {
    try {
      return { status: 'ready', ...(await this.measure()) };
    } catch (cause) {
      this.logger.error(cause instanceof Error ? cause.stack : String(cause));
      throw new StoreUnavailable('a store cannot be read', { cause });
    }
  }

  /** Prometheus 指标 */
  @Get('metrics')
  @Public()
  @UseGuards(MetricsGuard)
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async metrics(): Promise<string> {
    await this.measure();
    return this.registry.metrics();
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }

  private async measure(): Promise<{ events: number | null; lag: number | null }> {
    const [events, { events: projected }] = await Promise.all([this.events.count(), this.readStore.checkpoint()]);
    const lag = events === null ? null : Math.max(0, events - projected);
    if (events !== null) this.recorded.set(events);
    if (lag !== null) this.lag.set(lag);
    return { events, lag };
  }
}
