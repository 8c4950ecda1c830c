import { EMPTY_STREAM, type Head, logHashAfter, NO_PREDECESSOR } from './hash-chain';
import { type Damage, type Link, type Verification } from './port';

/** One event as verification meets it: what it claims, and the hash computed from what is stored. */
export interface Claim {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly computed: string;
  /** The log's head with this event, where the store keeps it. */
  readonly logHash?: string;
}

/** The chains of all streams, link by link, in the order of the store. */
export class Chains {
  events = 0;
  private readonly heads = new Map<string, Head>();
  private logHead = NO_PREDECESSOR;

  /** Some streams alone make no log: then its head is not kept. */
  constructor(
    private readonly onLink: (link: Link) => void = () => undefined,
    private readonly keepsLog = true,
  ) {}

  /** Adds the next event, or says what does not fit; after that nothing may be added. */
  link({ position, stream, revision, previousHash, hash, computed, logHash: claimed }: Claim): Damage | null {
    const head = this.heads.get(stream) ?? EMPTY_STREAM;
    const damaged = (says: string): Damage => ({ position, stream, revision, says });
    if (hash !== computed) return damaged('事件的内容与它的哈希不符：记录后被改动过。');
    if (revision !== head.revision + 1) {
      return damaged(`事件在流中的序号应为 ${head.revision + 1}，实为 ${revision}：其前有事件被删除、移动或插入。`);
    }
    if (previousHash !== head.hash) return damaged('事件与前一事件的链接断开：其前的事件被替换过。');
    const logHash = this.keepsLog ? logHashAfter(this.logHead, hash) : NO_PREDECESSOR;
    if (claimed !== undefined && claimed !== logHash) {
      return damaged('事件与它以前全部事件的链接断开：各流事件之间的先后被调换过。');
    }
    this.heads.set(stream, { revision, hash });
    this.logHead = logHash;
    this.events++;
    this.onLink({ position, stream, revision, hash, logHash });
    return null;
  }

  result(damage: Damage | null): Verification {
    const heads = new Map([...this.heads].map(([stream, { hash }]) => [stream, hash]));
    return { events: this.events, streams: heads.size, damage, heads, logHead: this.logHead };
  }
}
