import type { Ask } from '../session/ask.ts';
import type { AddedMember, Feed, Me, Member, NewFeed, Role } from '../wire.ts';
import { adminRoute as route } from './admin-route.ts';

type Joining = { readonly invitation: string; readonly idToken: string; readonly nonce: string };

/** Who somebody is here, and the team. */
export const teamCalls = (ask: Ask, site: string) => {
  const path = { site };
  return {
    me: () => ask<Me>(route('GET', 'me'), { path }),
    members: () => ask<{ readonly members: readonly Member[] }>(route('GET', 'members'), { path }),
    addMember: (body: { readonly name: string; readonly email: string; readonly role: Role }) =>
      ask<AddedMember>(route('POST', 'members'), { path, body }),
    changeMember: ({ id, version }: Member, change: { readonly role: Role }) =>
      ask<unknown>(route('PATCH', 'members/{member}'), {
        path: { site, member: id },
        body: { version, ...change },
      }),
    removeMember: ({ id, version }: Member) =>
      ask<unknown>(route('DELETE', 'members/{member}'), { path: { site, member: id }, query: { version } }),
    feed: () => ask<Feed>(route('GET', 'feed'), { path }),
    makeFeed: () => ask<NewFeed>(route('POST', 'feed'), { path, body: {} }),
    dropFeed: () => ask<Feed>(route('DELETE', 'feed'), { path }),
    join: (body: Joining) => ask<unknown>(route('POST', 'members/join'), { path, body }),
  };
};
