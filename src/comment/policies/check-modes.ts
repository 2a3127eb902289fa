/**
 * What a policy makes of what one check finds: nothing (`off`, the check does not run), a remark for moderators that moves nothing (`shadow`), a
 * hold, or spam. Whatever the check itself would say: also what it would only point out, and what it would refuse.
 */
export const checkModes = ['off', 'shadow', 'hold', 'spam'] as const;
export type CheckMode = (typeof checkModes)[number];

/** What a policy cannot set: these checks carry out what a moderator decided of one person or one article, and are lifted there. */
export type DecidedCheck = 'banned' | 'article-mode';

/** The checks that a policy can set. */
export const adjustableChecks = [
  ...([
    'flood',
    'surge',
    'invisible',
    'text-length',
    'bidi-controls',
    'shouting',
    'endless-word',
    'links',
  ] as const),
  ...([
    'learned-filter',
    'abusive-words',
    'honeypot',
    'form-token',
    'proof',
    'duplicate',
    'near-duplicate',
  ] as const),
  ...(['blocked-words', 'blocked-emails', 'blocked-domains', 'blocked-networks', 'staff'] as const),
  ...(['author-page', 'first-comment'] as const),
] as const;
export type AdjustableCheck = (typeof adjustableChecks)[number];

/** A check that is left out judges by itself. */
export type CheckModes = { readonly [Name in AdjustableCheck]?: CheckMode };

/** The mode of a check, if the policy sets one. */
export const modeOf = (modes: CheckModes, check: string): CheckMode | undefined =>
  Object.hasOwn(modes, check) ? modes[check as AdjustableCheck] : undefined;
