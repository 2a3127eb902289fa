import { pick, type Random } from '../random.ts';

const GROUP = /\{([^{}]*)\}/;
/** Choices made in one text; what is left over then was no choice. */
const GROUPS_MAX = 200;

/** A text with one of each group of choices taken, inner ones first: `{a|b {c|d}}`. */
export const spin = (template: string, random: Random): string => {
  let text = template;
  for (let turn = 0; turn < GROUPS_MAX && GROUP.test(text); turn += 1)
    text = text.replace(GROUP, (_, choices: string) => pick(random, choices.split('|')));
  return text;
};
