import { type Asked, type Receipt, Record, type SaidOfAlert, type Sender, SpeakOfAlert } from '@juesuan/application';
import { eventReference } from '@juesuan/account';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ReceiptDto, YearPath } from '../common/common.dto';
import type { Asks } from './asks';

/** Who sends a command, and under which id: two people may choose the same key. */
export const senderOf = ({ user, key }: Pick<Asks, 'user' | 'key'>): Sender => ({
  commandId: `${user.name}:${key}`,
  actor: user.name,
  administrator: user.roles.includes('administrator'),
});

/** Sends a command on a budget year to the bus, with its sender in it. */
@Injectable()
export class Recording {
  constructor(private readonly commands: CommandBus) {}

  async record(path: YearPath, { user, key, seen }: Asks, asked: Asked): Promise<ReceiptDto> {
    const by = senderOf({ user, key });
    return receiptDto(path, await this.commands.execute(new Record(path.unit, path.year, asked, by, seen)));
  }

  /** What somebody says of an alert; the figures that raise it are looked up here, never sent along. */
  async recordOfAlert(path: YearPath, { user, key, seen }: Asks, said: SaidOfAlert): Promise<ReceiptDto> {
    const by = senderOf({ user, key });
    return receiptDto(path, await this.commands.execute(new SpeakOfAlert(path.unit, path.year, said, by, seen)));
  }
}

function receiptDto({ unit, year }: YearPath, { position, revisions, repeated }: Receipt): ReceiptDto {
  const [first, last] = revisions ?? [0, -1];
  const events = Array.from({ length: last - first + 1 }, (_, index) => eventReference(unit, year, first + index));
  return { position, events, repeated };
}
