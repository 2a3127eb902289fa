/** Things that are kept at most; beyond that the oldest go. */
const KEPT_MAX = 1000;

type Payload = { readonly uid?: string; readonly grantId?: string; consumed?: number };
type Kept = { readonly payload: Payload; readonly until: number };

/** What is revoked with a grant; a sign-in under way only names the one before it. */
const isOfGrant = (key: string) => /^(?:AccessToken|AuthorizationCode|RefreshToken):/.test(key);

/**
 * What the provider keeps: sessions, grants, codes and refresh tokens. They end with the server, whose people then choose themselves again.
 * @param now milliseconds since 1970
 */
export const shortMemory = (now: () => number) => {
  const all = new Map<string, Kept>();
  const read = (key: string) => {
    const kept = all.get(key);
    return kept && kept.until > now() ? kept.payload : undefined;
  };
  const forgetOldest = () => {
    const [oldest] = all.keys();
    if (all.size > KEPT_MAX && oldest !== undefined) all.delete(oldest);
  };
  /** The part for one kind of things. */
  return (kind: string) => {
    const prefix = `${kind}:`;
    return {
      upsert: async (id: string, payload: Payload, ttlS = Number.POSITIVE_INFINITY) => {
        all.delete(prefix + id);
        all.set(prefix + id, { payload, until: now() + ttlS * 1000 });
        forgetOldest();
      },
      find: async (id: string) => read(prefix + id),
      findByUid: async (uid: string) => {
        const [key] =
          [...all].find(([name, { payload }]) => name.startsWith(prefix) && payload.uid === uid) ?? [];
        return key === undefined ? undefined : read(key);
      },
      consume: async (id: string) => {
        const payload = read(prefix + id);
        if (payload) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id: string) => void all.delete(prefix + id),
      revokeByGrantId: async (grantId: string) => {
        for (const [key, { payload }] of all)
          if (payload.grantId === grantId && isOfGrant(key)) all.delete(key);
      },
    };
  };
};
