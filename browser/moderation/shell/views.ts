import type { Role } from '../wire.ts';

/** The pages beside the queues, in the order of the header, and who may see them. */
const views = {
  search: ['moderator', 'admin'],
  bans: ['moderator', 'admin'],
  team: ['moderator', 'admin'],
  policy: ['moderator', 'admin'],
  learning: ['moderator', 'admin'],
  audit: ['moderator', 'admin'],
  stats: ['moderator', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type ToolView = keyof typeof views;

export const toolViews = (role: Role): readonly ToolView[] =>
  (Object.keys(views) as ToolView[]).filter((view) => views[view].includes(role));
