import type { Me } from '../wire.ts';

export type ToolView = 'search' | 'learning' | 'policy';

/** The pages beside the queues that a role may see. */
export const toolViews = (_role: Me['member']['role']): readonly ToolView[] => [
  'search',
  'policy',
  'learning',
];
