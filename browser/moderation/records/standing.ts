import type { Times } from '../shell/times.ts';
import type { Words } from '../words/vocabulary.ts';

/**
 * How something stood, as the trail has it, in the page's words. The first is one of ours, and what follows is a name or a setting;
 * a ban's are ours as well: `ban, domain spam.example, until 2026-12-01T08:00:00.000Z`.
 */
export const sayStanding = (state: string, words: Words, { exact }: Pick<Times, 'exact'>): string => {
  const { queue, panels, team, bans, records } = words;
  const [first = '', ...more] = state.split(', ');
  const said = inWords(first, {
    ...queue.statuses,
    ...panels.article.modes,
    ...team.roles,
    ...records.standings,
  });
  if (!Object.keys(bans.effects).includes(first)) return [said, ...more].join(', ');
  const terms = more.map((term) =>
    term.startsWith(UNTIL) ? records.end(exact(term.slice(UNTIL.length))) : inWords(term, bans.kinds),
  );
  return [inWords(first, bans.effects), ...terms].join(', ');
};

const UNTIL = 'until ';

/** A text whose first word is one of ours, with that word in the page's language. */
const inWords = (text: string, ours: Readonly<Record<string, string>>): string =>
  text.replace(/^[a-z]+/, (word) => ours[word] ?? word);
