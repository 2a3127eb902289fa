import type { Reading } from '../../reading/reading.ts';
import { authorFlags } from './author-flags.ts';
import { contactFlags } from './contact-flags.ts';
import { linkFlags } from './link-flags.ts';
import { shapeFlags, trickFlags } from './shape-flags.ts';
import { titleFlags } from './title-flags.ts';

/** Every observation about a comment's form. A new one goes into one of these files and needs a new training. */
export const flags = [
  ...shapeFlags,
  ...trickFlags,
  ...linkFlags,
  ...contactFlags,
  ...authorFlags,
  ...titleFlags,
] as const;
export type FlagName = (typeof flags)[number]['name'];

/** The flags that a comment raises, as `name` or `name=value`. */
export const flagsOf = (reading: Reading): readonly string[] =>
  flags.flatMap(({ name, detect }) => {
    const value = detect(reading);
    if (value === undefined || value === false) return [];
    return value === true ? name : `${name}=${value}`;
  });

/** Flags whose meaning depends on whether there are links or an author's page. */
const PAIRED =
  /^(?:length|gibberish|foreign-script|phone|messenger|money|mail-address|fancy|masked|title-words|author-(?!digits)|site-(?:length|hyphens)|exclamations|unended)/;

/** Flags combined with the number of links and with whether the author states a page, as `links=1&phone`. */
export const pairsOf = (raised: readonly string[]): readonly string[] => {
  const links = raised.find((name) => name.startsWith('links=')) ?? 'links=0';
  const site = raised.includes('site') ? 'site' : 'no-site';
  const paired = raised.filter((name) => PAIRED.test(name));
  return [`${links}&${site}`, ...paired.flatMap((name) => [`${links}&${name}`, `${site}&${name}`])];
};
