import { isActive, type Member } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import type { SiteAction } from '../moderation/site-event.ts';
import { type Acting, currentMember, memberEvent } from '../moderation/team-event.ts';
import type { MemberChange, ReadMember, ReadTeam, SaveMember } from '../storage/team-store.ts';
import { checkName, openAt } from './add-member.ts';
import { untilSaved } from './team/until-saved.ts';

type App = { readonly store: ReadMember & SaveMember };
/** The member, and the version that was looked at; without one, any. */
export type Subject = Pick<Member, 'site' | 'id'> & { readonly version?: number | undefined };

/**
 * Gives a member another role or name.
 * @throws {Refusal} `member-not-found`, `changed-meanwhile` with how they stand now, `last-admin`, `invalid-fields` for a name that
 * is taken
 */
export const changeMember = (
  app: App & { readonly store: ReadTeam },
  subject: Subject,
  changes: Partial<Pick<Member, 'role' | 'name' | 'reservedName'>>,
  acting: Acting,
): Promise<Member> =>
  untilSaved(async () => {
    const before = await findMember(app, subject);
    const { name = before.name } = changes;
    const team = name === before.name ? undefined : await app.store.readTeam(subject.site);
    if (team) checkName(openAt(acting.now, team), { id: subject.id, name });

    const { reservedName, ...rest } = before;
    const isRenamed = changes.name !== undefined || reservedName === undefined;
    const after = {
      ...rest,
      ...(isRenamed ? {} : { reservedName }),
      ...changes,
      version: before.version + 1,
    };
    const change = { before, after, ...(team ? { team: team.version } : {}) };
    return save(app, 'change-member', change, acting);
  });

/**
 * Takes a member off the team: their next call is refused. The digest of their address stays, so that no invitation from before
 * brings them back.
 * @throws {Refusal} as `changeMember`
 */
export const takeMemberOff = (app: App, subject: Subject, acting: Acting): Promise<Member> =>
  untilSaved(async () => {
    const before = await findMember(app, subject);
    const { reservedName: _, feed: __, feedAt: ___, ...left } = before;
    const after = { ...left, version: before.version + 1, removedAt: acting.now };
    return save(app, 'remove-member', { before, after }, acting);
  });

/** Gives a member a private feed by the digest of its address, in the place of any they had; takes it away without one; nothing happens where there is none. */
export const setFeed = (
  app: App,
  subject: Subject,
  feed: string | undefined,
  acting: Acting,
): Promise<Member> =>
  untilSaved(async () => {
    const before = await findMember(app, subject);
    if (feed === undefined && before.feed === undefined) return before;

    const { feed: _, feedAt: __, ...rest } = before;
    const on = feed === undefined ? {} : { feed, feedAt: acting.now };
    const after = { ...rest, ...on, version: before.version + 1 };
    return save(app, feed === undefined ? 'drop-feed' : 'make-feed', { before, after }, acting);
  });

const findMember = async ({ store }: App, { site, id, version }: Subject): Promise<Member> => {
  const member = await store.readMember(site, id);
  if (!isActive(member)) throw new Refusal('member-not-found', 'Nobody of this id is on the team.');
  if (version !== undefined && version !== member.version) throw changedMeanwhile(member);
  return member;
};

type Change = MemberChange & { readonly before: Member };

/** A conflict carries the member as the first change left them. @returns undefined when the team was changed meanwhile */
const save = async (
  { store }: App,
  action: SiteAction,
  change: Change,
  acting: Acting,
): Promise<Member | undefined> => {
  try {
    return (await store.saveMember(change, memberEvent(action, change, acting))) ? change.after : undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed-meanwhile') throw error;
    const { site, id } = change.before;
    throw changedMeanwhile((await store.readMember(site, id)) ?? change.before);
  }
};

const changedMeanwhile = (member: Member) =>
  new Refusal('changed-meanwhile', `This member is now at version ${member.version}.`, {
    current: currentMember(member),
  });
