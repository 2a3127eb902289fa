import type { Acting } from '../moderation/team-event.ts';
import type { ReadInvitation, ReadMember, SaveInvitation, SaveMember } from '../storage/team-store.ts';
import { type Subject, takeMemberOff } from './change-member.ts';

/**
 * Takes a member off the team, or an invitation back.
 * @throws {Refusal} `member-not-found`, `changed-meanwhile`, `last-admin`, `invitation-not-found` when it was used meanwhile
 */
export const removeMember = async (
  app: { readonly store: ReadMember & SaveMember & ReadInvitation & SaveInvitation },
  subject: Subject,
  acting: Acting,
): Promise<void> => {
  const { site, id } = subject;
  const invitation = await app.store.readInvitation(site, id);
  if (!invitation) return void (await takeMemberOff(app, subject, acting));

  const { by, now, event } = acting;
  const taken = { id: event, site, at: now, by, action: 'remove-member', subject: id } as const;
  await app.store.dropInvitation(invitation, {
    ...taken,
    before: `invited, ${invitation.name}`,
    after: 'removed',
  });
};
