import { type BanEntry, type BanKind, type BanList, isInForce } from '../comment/abuse/ban.ts';
import type { BanEvidence } from '../screening/check.ts';
import { hostsOf } from '../screening/hosts-of.ts';
import type { Digests } from './identify.ts';
import { nameIdsIn, reservedIds } from './reserved-ids.ts';
import type { Submission } from './submission.ts';

/**
 * What a site's bans and its allow-list say of a submission; undefined when nothing. Of two entries of one kind the narrower speaks: an
 * address before its range, a subdomain before its domain. A ban of a domain matches every host under it. An entry that ended says nothing.
 */
export const findBans = (
  submission: Submission,
  bans: BanList,
  { ban: idOf }: Pick<Digests, 'ban'>,
): BanEvidence | undefined => {
  if (bans.size === 0) return undefined;
  const { received, identity } = submission;
  const { site, now } = received;
  const effectOf = (id: string): Effect => {
    const entry = bans.get(id);
    return entry && isInForce(entry, now) ? entry.effect : undefined;
  };
  const named = (kind: BanKind, of: string | undefined) =>
    of === undefined ? undefined : effectOf(idOf(kind, site.id, of));

  const author = named('author', identity.authorKey);
  const network = firstOf(identity.networkBans, effectOf);
  const email = named('email', identity.emailKey);
  const hosts = [...bans.keys()].some((id) => id.startsWith('d'))
    ? judgeHosts(submission, email === 'allow', (domain) => named('domain', domain))
    : [];
  const reserved = reservedIn(submission, bans, idOf);
  const isAllowed = author === 'allow' || (network === 'allow' && author !== 'ban');
  const banned = bannedBy({ author, email, network }, hosts);
  const evidence = {
    banned: isAllowed ? [] : banned,
    isAllowed,
    isEmailAllowed: email === 'allow',
    hostsAllowed: hosts.filter(({ effect }) => effect === 'allow').map(({ host }) => host),
    reserved,
  };
  const says = [banned, evidence.hostsAllowed, reserved].some(({ length }) => length > 0);
  return says || isAllowed || evidence.isEmailAllowed ? evidence : undefined;
};

/** Whether a member's name is in the author's, or their address is theirs. */
const reservedIn = (
  { received, identity }: Submission,
  bans: BanList,
  idOf: Digests['ban'],
): BanEvidence['reserved'] => {
  if (![...bans.values()].some(({ effect }) => effect === 'reserve')) return [];
  const { site, draft } = received;
  const ids = {
    author: nameIdsIn(site.id, draft.author, { ban: idOf }),
    email: [reservedIds(site.id, { emailKey: identity.emailKey }, { ban: idOf }).email ?? ''],
  };
  return (['author', 'email'] as const).filter((field) => ids[field].some((id) => bans.has(id)));
};

type Effect = BanEntry['effect'] | undefined;

/** What is banned, as the check names it. */
const bannedBy = (
  { author, email, network }: Readonly<Record<'author' | 'email' | 'network', Effect>>,
  hosts: ReturnType<typeof judgeHosts>,
): BanEvidence['banned'] => [
  ...(author === 'ban' ? [{ field: 'author', kind: 'author' } as const] : []),
  ...(email === 'ban' ? [{ field: 'email', kind: 'email' } as const] : []),
  ...(network === 'ban' ? [{ field: 'visitor', kind: 'network' } as const] : []),
  ...hosts.filter(({ effect }) => effect === 'ban').map(({ field, domain }) => ({ field, domain })),
];

/** An allowed e-mail address says more than a ban of its domain. */
const judgeHosts = (
  { received }: Submission,
  isEmailAllowed: boolean,
  effectOf: (domain: string) => Effect,
) => {
  const known = new Map<string, Effect>();
  const lookUp = (domain: string) => {
    if (!known.has(domain)) known.set(domain, effectOf(domain));
    return known.get(domain);
  };
  return hostsOf(received.draft)
    .filter(({ field }) => field !== 'email' || !isEmailAllowed)
    .flatMap(({ field, hosts, perhaps }) =>
      [...hosts, ...perhaps].flatMap((host) => {
        const domain = domainsOf(host).find((one) => lookUp(one) !== undefined);
        return domain === undefined ? [] : [{ field, host, domain, effect: lookUp(domain) }];
      }),
    );
};

/** Parts of a host's name; DNS allows 127, and no real host has as many as this. */
const PARTS_MAX = 12;

/** A host and all that it is under, narrowest first. */
const domainsOf = (host: string): readonly string[] => {
  const parts = host.split('.').slice(-PARTS_MAX);
  return parts.map((_, at) => parts.slice(at).join('.'));
};

const firstOf = <T>(ids: readonly string[], effectOf: (id: string) => T | undefined): T | undefined => {
  for (const id of ids) {
    const effect = effectOf(id);
    if (effect !== undefined) return effect;
  }
  return undefined;
};
