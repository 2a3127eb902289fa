import { isActive, type Member } from '../comment/member.ts';
import { Refusal } from '../comment/refusal.ts';
import { type Acting, memberEvent } from '../moderation/team-event.ts';
import type { ReadMember, SaveMember } from '../storage/team-store.ts';
import { untilSaved } from './team/until-saved.ts';

export type Wanted = Pick<Member, 'site' | 'id' | 'identity' | 'name' | 'role' | 'kind'> &
  Partial<Pick<Member, 'reservedName' | 'reservedEmail'>>;
export type Outcome = 'added' | 'changed' | 'unchanged';

/**
 * Makes a person or a program a member with a role, whatever they were before; who is one keeps all else. Two concurrent calls for the same both succeed.
 * @throws {Refusal} `last-admin` when the site's last admin would become a moderator
 */
export const appointMember = (
  { store }: { readonly store: ReadMember & SaveMember },
  wanted: Wanted,
  actingNow: () => Acting,
): Promise<Outcome> =>
  untilSaved(async () => {
    try {
      return await appoint(store, wanted, actingNow());
    } catch (error) {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') return undefined;
      throw error;
    }
  });

const appoint = async (
  store: ReadMember & SaveMember,
  wanted: Wanted,
  acting: Acting,
): Promise<Outcome | undefined> => {
  const before = await store.readMember(wanted.site, wanted.id);
  if (isActive(before) && before.role === wanted.role) return 'unchanged';

  const isChange = isActive(before);
  const version = (before?.version ?? 0) + 1;
  const after = isChange
    ? { ...before, role: wanted.role, version }
    : { ...wanted, version, createdAt: acting.now };
  const action = isChange ? 'change-member' : 'add-member';
  const isSaved = await store.saveMember({ before, after }, memberEvent(action, { before, after }, acting));
  if (!isSaved) return undefined;
  return isChange ? 'changed' : 'added';
};
