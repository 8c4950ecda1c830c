import {
  type FactAsked,
  factsAsked,
  parseProfile,
  parseProfiles,
  type Profile,
  type ProfileFile,
} from '@juesuan/disclosure';
import { RuleViolation } from '@juesuan/kernel';
import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { readAssets } from '../assets';

const files = (): ProfileFile[] => readAssets('.yaml', 'libs', 'disclosure', 'profiles');
let all: ReadonlyMap<string, Profile> | null = null;
const parsed = new Map<string, Profile>();

/** Once in a process, and only those asked for: most commands print nothing, and a document has one. */
function profiles(): ReadonlyMap<string, Profile> {
  all ??= parseProfiles(files());
  return all;
}

function profileOf(id: string): Profile | null {
  const found = all?.get(id) ?? parsed.get(id) ?? parseProfile(files(), id);
  if (found) parsed.set(id, found);
  return found;
}

/** The disclosure profiles: one folder each, so a new province is a new folder. */
@Injectable()
export class Profiles {
  get all(): Profile[] {
    return [...profiles().values()];
  }

  get(id: string): Profile {
    const profile = profileOf(id);
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
