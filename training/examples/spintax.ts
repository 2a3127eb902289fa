import { pick, type Random } from '../random.ts';

const GROUP = /\{([^{}]*)\}/;
/** Most choices made in one text; any braces left after that stay as they are. */
const GROUPS_MAX = 200;

/** Picks one choice of each group, inner groups first: `{a|b {c|d}}`. */
export const spin = (template: string, random: Random): string => {
  let text = template;
  for (let turn = 0; turn < GROUPS_MAX && GROUP.test(text); turn += 1)
    text = text.replace(GROUP, (_, choices: string) => pick(random, choices.split('|')));
  return text;
};
