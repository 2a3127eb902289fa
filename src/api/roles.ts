import type { Role } from '../comment/member.ts';

/** Either role is enough. */
export const moderators = ['moderator', 'admin'] as const satisfies readonly Role[];
export const admins = ['admin'] as const satisfies readonly Role[];
