import { createInterface } from 'node:readline';
import {
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type AppendReq, type AppendResp, ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Log, type Proposed } from './log';
import {
  appendAnswer,
  checkpoint,
  confirmation,
  eventAnswer,
  notFound,
  proposed,
  startOf,
  streamName,
} from './messages';

const { Options } = ReadReq;
type Options = ReadReq.Options;
const STREAMS = 'event_store.client.streams.Streams';

/** Misbehaviour to order; each counts down to nothing. */
export interface Faults {
  /** Appends recorded but never answered: the outcome is unknown to the client. */
  swallowAnswers: number;
  /** Appends neither recorded nor answered. */
  ignoreAppends: number;
  /** Appends recorded at once and answered after `lateMs`. */
  lateAnswers: number;
  lateMs: number;
  /** Appends taken as they end, also where the client only ended them to give them up. */
  hastyAppends: number;
  /** Subscriptions that break with UNAVAILABLE after `eventsBeforeDrop` events. */
  dropSubscriptions: number;
  eventsBeforeDrop: number;
}

const NO_FAULTS: Faults = {
  swallowAnswers: 0,
  ignoreAppends: 0,
  lateAnswers: 0,
  lateMs: 0,
  hastyAppends: 0,
  dropSubscriptions: 0,
  eventsBeforeDrop: 0,
};

/** What a process that holds a stand-in is told, a line of JSON each: other faults, or to cut every connection and come back. */
export type StandInOrder = { readonly faults: Partial<Faults> } | { readonly restart: true };

/**
 * EventStoreDB's gRPC protocol over a log in memory, as far as our client speaks it, for machines where no server can run.
 * It behaves as the server does where that matters to us: atomic appends that know ids again, reads of $all that begin *with*
 * the position and subscriptions that begin *after* it, system streams in $all, checkpoints that run ahead.
 */
export class GrpcStandIn {
  readonly log = new Log();
  readonly faults: Faults = { ...NO_FAULTS };
  /** How often the client used the batch append, which we never want. */
  batchAppends = 0;
  private server = new Server();
  private port = 0;

  static async start(): Promise<GrpcStandIn> {
    const standIn = new GrpcStandIn();
    await standIn.listen();
    return standIn;
  }

  get url(): string {
    return `esdb://admin:changeit@127.0.0.1:${this.port}?tls=false`;
  }

  /** Cuts every connection and call; the log stays. */
  stop(): void {
    this.server.forceShutdown();
  }

  /** Only the faults named are there from now on. */
  async obey(order: StandInOrder): Promise<void> {
    if ('faults' in order) return void Object.assign(this.faults, NO_FAULTS, order.faults);
    this.stop();
    await this.listen();
  }

  /** Comes back at the same address. */
  async listen(): Promise<void> {
    this.server = new Server();
    this.server.addService(StreamsService, {
      append: this.append.bind(this),
      read: this.read.bind(this),
      batchAppend: (call: { end(): void }) => {
        this.batchAppends++;
        call.end();
      },
    });
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => answer(null, supported()),
    });
    this.port = await new Promise<number>((resolve, reject) => {
      const done = (error: Error | null, port: number): void => (error ? reject(error) : resolve(port));
      this.server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), done);
    });
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    let stream = '';
    let expected = -1;
    const events: Proposed[] = [];
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      if (!options) return void events.push(proposed(request));
      stream = streamName(options.getStreamIdentifier());
      expected = options.hasNoStream() ? -1 : Number(options.getRevision());
    });
    const take = (): void => {
      // Given up half-way by the client: a server takes all of it or nothing.
      if (call.cancelled || this.happens('ignoreAppends')) return;
      const outcome = this.log.append(stream, expected, events);
      if (this.happens('swallowAnswers')) return;
      const tell = (): void => answer(null, appendAnswer(outcome));
      if (this.happens('lateAnswers')) setTimeout(tell, this.faults.lateMs);
      else tell();
    };
    // A connection that is cut ends what was sent as well, and says only then that the call is cancelled. Who cancels a call of
    // Node's ends it first, so that a server may take it for whole; this one often does.
    call.on('end', () => (this.happens('hastyAppends') ? take() : setImmediate(take)));
  }

  private read(call: ServerWritableStream<ReadReq, ReadResp>): void {
    const options = call.request.getOptions() ?? new Options();
    if (options.hasSubscription()) this.subscribe(call, options);
    else if (options.hasAll()) this.readAll(call, options);
    else this.readStream(call, options);
  }

  private readStream(call: ServerWritableStream<ReadReq, ReadResp>, options: Options): void {
    const name = streamName(options.getStream()?.getStreamIdentifier());
    const events = this.log.stream(name);
    if (events.length === 0) call.write(notFound(name));
    const backwards = options.getReadDirection() === Options.ReadDirection.BACKWARDS;
    const from = Number(options.getStream()?.getRevision() ?? 0);
    const found = backwards ? events.toReversed() : events.filter(({ revision }) => revision >= from);
    for (const event of found.slice(0, Number(options.getCount()))) call.write(eventAnswer(event));
    call.end();
  }

  private readAll(call: ServerWritableStream<ReadReq, ReadResp>, options: Options): void {
    const from = startOf(options) ?? 0n;
    const backwards = options.getReadDirection() === Options.ReadDirection.BACKWARDS;
    const { events } = this.log;
    const found = backwards ? events.toReversed() : events.filter(({ position }) => position >= from);
    for (const event of found.slice(0, Number(options.getCount()))) call.write(eventAnswer(event));
    call.end();
  }

  private subscribe(call: ServerWritableStream<ReadReq, ReadResp>, options: Options): void {
    const prefixes = options.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
    const start = startOf(options);
    let next = start === null ? 0 : this.log.events.findLastIndex(({ position }) => position <= start) + 1;
    let left = this.happens('dropSubscriptions') ? this.faults.eventsBeforeDrop : Infinity;
    const send = (): void => {
      for (const event of this.log.events.slice(next)) {
        if (left < 0) return;
        next++;
        if (!prefixes.some((prefix) => event.stream.startsWith(prefix))) call.write(checkpoint(event));
        else if (left-- > 0) call.write(eventAnswer(event));
        else drop();
      }
    };
    const drop = (): void => {
      unwatch();
      call.emit('error', { code: status.UNAVAILABLE, details: 'dropped by the stand-in' });
    };
    call.write(confirmation());
    const unwatch = this.log.watch(send);
    call.on('cancelled', unwatch);
    send();
  }

  private happens(
    fault: 'hastyAppends' | 'swallowAnswers' | 'ignoreAppends' | 'lateAnswers' | 'dropSubscriptions',
  ): boolean {
    if (this.faults[fault] === 0) return false;
    this.faults[fault]--;
    return true;
  }
}

/** Like a real server it offers the batch append, so that a client that would use it is found out. */
function supported(): SupportedMethods {
  const methods = ['Append', 'BatchAppend', 'Read'].map((name) =>
    new SupportedMethod().setServiceName(STREAMS.toLowerCase()).setMethodName(name.toLowerCase()),
  );
  return new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('24.10.0');
}

/** As a process of its own: says where it is, obeys, and lives until it is killed or its standard input closes. */
async function live(): Promise<void> {
  const standIn = await GrpcStandIn.start();
  console.log(standIn.url);
  for await (const line of createInterface(process.stdin)) {
    await standIn.obey(JSON.parse(line) as StandInOrder);
    console.log('done');
  }
  process.exit();
}

if (require.main === module) void live();
