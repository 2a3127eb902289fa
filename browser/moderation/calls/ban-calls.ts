import type { Ask } from '../session/ask.ts';
import type { AddedBan, Ban, BanKind } from '../wire.ts';
import { adminRoute as route } from './admin-route.ts';

/** Somebody by a value, or by a comment of theirs; for good without days or an end. */
export type NewBan = {
  readonly kind: BanKind;
  readonly value?: string;
  readonly article?: string;
  readonly comment?: string;
  readonly range?: boolean;
  readonly effect?: 'ban' | 'allow';
  readonly reason: string;
  readonly days?: number;
  readonly until?: string;
};

export const banCalls = (ask: Ask, site: string) => {
  const path = { site };
  return {
    bans: () => ask<{ readonly bans: readonly Ban[] }>(route('GET', 'bans'), { path }),
    addBan: (body: NewBan) => ask<AddedBan>(route('POST', 'bans'), { path, body }),
    liftBan: (ban: string) => ask<unknown>(route('DELETE', 'bans/{ban}'), { path: { site, ban } }),
  };
};
