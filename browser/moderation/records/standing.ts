import type { Words } from '../words/vocabulary.ts';

/** How something stood, as the trail has it, in the page's words: the first is one of ours, and what follows is a name or a setting. */
export const sayStanding = (state: string, { queue, panels, team, records }: Words): string => {
  const ours: Readonly<Record<string, string>> = {
    ...queue.statuses,
    ...panels.article.modes,
    ...team.roles,
    ...records.standings,
  };
  return state.replace(/^[a-z]+/, (word) => ours[word] ?? word);
};
