/** What a moderator's token may allow. */
export type Scope = 'comments:moderate' | 'comments:admin';

/** Either scope is enough. */
export const moderators = ['comments:moderate', 'comments:admin'] as const satisfies readonly Scope[];
export const admins = ['comments:admin'] as const satisfies readonly Scope[];
