import type { Reading } from '../../reading/reading.ts';
import { authorFlags } from './author-flags.ts';
import { contactFlags } from './contact-flags.ts';
import type { Flag } from './flag.ts';
import { linkFlags } from './link-flags.ts';
import { shapeFlags, trickFlags } from './shape-flags.ts';
import { titleFlags } from './title-flags.ts';

/** Every observation on a comment's form. A new one goes into its file and needs a new training. */
export const flags: readonly Flag[] = [
  ...shapeFlags,
  ...trickFlags,
  ...linkFlags,
  ...contactFlags,
  ...authorFlags,
  ...titleFlags,
];

/** What was observed, as `name` or `name=value`. */
export const flagsOf = (reading: Reading): readonly string[] =>
  flags.flatMap(({ name, look }) => {
    const seen = look(reading);
    if (seen === undefined || seen === false) return [];
    return seen === true ? name : `${name}=${seen}`;
  });

/** Flags that mean one thing beside links or an author's page and another without. */
const PAIRED =
  /^(?:length|gibberish|foreign-script|phone|messenger|money|mail-address|fancy|masked|title-words|author-(?!digits)|exclamations|unended)/;

/** Flags together with the number of links and with the author's page. */
export const pairsOf = (seen: readonly string[]): readonly string[] => {
  const links = seen.find((name) => name.startsWith('links=')) ?? 'links=0';
  const site = seen.includes('site') ? 'site' : 'no-site';
  const paired = seen.filter((name) => PAIRED.test(name));
  return [`${links}&${site}`, ...paired.flatMap((name) => [`${links}&${name}`, `${site}&${name}`])];
};
