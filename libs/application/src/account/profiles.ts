import { type FactAsked, factsAsked, parseProfiles, type Profile } from '@juesuan/disclosure';
import { RuleViolation } from '@juesuan/kernel';
import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { readAssets } from '../assets';

let parsed: ReadonlyMap<string, Profile> | null = null;

/** Once in a process, and only when first asked for: most commands record something and print nothing. */
function profiles(): ReadonlyMap<string, Profile> {
  parsed ??= parseProfiles(readAssets('.yaml', 'libs', 'disclosure', 'profiles'));
  return parsed;
}

/** The disclosure profiles: one folder each, so a new province is a new folder. */
@Injectable()
export class Profiles {
  get all(): Profile[] {
    return [...profiles().values()];
  }

  get(id: string): Profile {
    const profile = profiles().get(id);
    if (profile) return profile;
    const known = [...profiles().keys()].join('、');
    throw new RuleViolation('profile-unknown', `没有公开格式“${id}”，可用：${known}。`, { profile: id });
  }
}

/** Every profile there is. */
export class ListProfiles extends Query<readonly Profile[]> {}

@QueryHandler(ListProfiles)
export class ListProfilesHandler implements IQueryHandler<ListProfiles> {
  constructor(private readonly profiles: Profiles) {}

  execute(): Promise<readonly Profile[]> {
    return Promise.resolve(this.profiles.all);
  }
}

/** What a profile's document asks for beside money movements: counts, amounts and figures of last year. */
export class ListFactsAsked extends Query<readonly FactAsked[]> {
  constructor(
    readonly profile: string,
    readonly isBudget: boolean,
  ) {
    super();
  }
}

@QueryHandler(ListFactsAsked)
export class ListFactsAskedHandler implements IQueryHandler<ListFactsAsked> {
  constructor(private readonly profiles: Profiles) {}

  execute({ profile, isBudget }: ListFactsAsked): Promise<readonly FactAsked[]> {
    return Promise.resolve(factsAsked(this.profiles.get(profile), isBudget));
  }
}
