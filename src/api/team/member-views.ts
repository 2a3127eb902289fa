import { type Invitation, isActive, type Member } from '../../comment/member.ts';
import type { Reply as FeedReply } from '../moderators/feed/read-feed.ts';
import { timestamp } from '../reader-views.ts';
import type { MemberReply } from './member-shapes.ts';

export const memberView = ({ id, name, role: of, kind, version, createdAt }: Member): MemberReply => ({
  ...{ id, name, role: of, kind, status: 'active', version },
  createdAt: timestamp(createdAt),
  expiresAt: null,
});

export const invitationView = ({ id, name, role: of, createdAt, expiresAt }: Invitation): MemberReply => ({
  ...{ id, name, role: of, kind: 'person', status: 'invited', version: 0 },
  createdAt: timestamp(createdAt),
  expiresAt: timestamp(expiresAt),
});

export const feedView = (member: Member | undefined): FeedReply => ({
  since: member?.feedAt === undefined ? null : timestamp(member.feedAt),
});

/** The team as its admins see it, oldest first: who is on it, and who may still join. */
export const teamView = (
  members: readonly Member[],
  invitations: readonly Invitation[],
  now: number,
): MemberReply[] =>
  [
    ...members.filter(isActive).map(memberView),
    ...invitations.filter(({ expiresAt }) => expiresAt > now).map(invitationView),
  ].toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
