import { mayRead, mayTouch, type UnitInTree } from '@juesuan/access';
import { Injectable } from '@nestjs/common';
import type { SignedInUser } from './signed-in';

/** Which units a user's rights reach, in the tree of a year (`ListUnits`). */
@Injectable()
export class UnitRights {
  /** Whether she may see a unit's figures; a supervisor sees her whole department. */
  maySee(user: SignedInUser, unit: string, tree: readonly UnitInTree[]): boolean {
    return mayRead(user, unit, tree);
  }

  /** Whether she may record, review or close for a unit, as far as units go; her role is asked by `@Roles`. */
  mayTouch(user: SignedInUser, unit: string, tree: readonly UnitInTree[]): boolean {
    return mayTouch(user, unit, tree);
  }
}
