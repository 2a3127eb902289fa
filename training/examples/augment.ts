import { pick, pickByShare, type Random } from '../random.ts';
import type { Example } from './example.ts';
import { keywordName, keywordSite } from './keywords.ts';
import { personName, readerSite } from './names.ts';
import { obfuscations } from './obfuscate.ts';
import type { Template } from './read-data.ts';
import { TEACHING_BLOGS } from './sets.ts';
import { hasSlots, slotFiller } from './slots.ts';
import { spin } from './spintax.ts';

/** Texts generated from one template, so that both classes have about the same number; more of one with slots, which says something else each time. */
const VARIANTS = { spam: 4, ham: 3 };
const SLOTTED = { spam: 14, ham: 14 };
const TRIES = 3;

/**
 * Spins every template several times, and fills in its slots from `phrases` among others. A template without
 * choices yields one text.
 */
export const spun = (
  templates: readonly Template[],
  phrases: readonly string[],
  random: Random,
): readonly Example[] =>
  templates.flatMap((template, nth) => {
    const count = (hasSlots(template) ? SLOTTED : VARIANTS)[template.label];
    const made = new Map<string, Example>();
    for (let turn = 0; turn < count * TRIES && made.size < count; turn += 1) {
      const fill = slotFiller({ language: template.language, phrases }, random);
      const example = fromTemplate(template, (text) => fill(spin(text, random)), `${template.genre} ${nth}`);
      made.set(hasSlots(template) ? JSON.stringify(example.input) : example.input.text, example);
    }
    return [...made.values()].map((example) => ({ ...example, weight: count / made.size }));
  });

const fromTemplate = (template: Template, made: (text: string) => string, group: string): Example => {
  const { language, label } = template;
  const field = (value: string | undefined) => {
    const filled = value ? made(value) : '';
    return filled === '' || filled === '-' ? undefined : filled;
  };
  return {
    input: {
      text: made(template.text),
      language,
      author: field(template.author),
      url: field(template.url),
      email: field(template.email),
      title: field(template.title),
    },
    isSpam: label === 'spam',
    ...{ set: 'texts', group, language },
  };
};

/** Share of those without a page who are given one, as readers of other blogs have one. */
const PAGES_SHARE = 0.4;

/**
 * Gives examples without an author one, in both classes alike, so that a missing author says nothing; and readers of the blogs
 * that may teach, who mostly state no page, now and then a page, so that a page alone says little.
 * @param words the language's, which pages are named after as well as after their owners
 */
export const withIdentity = (example: Example, random: Random, words: readonly string[] = []): Example => {
  const { author, url } = example.input;
  if (author && !url && TEACHING_BLOGS.includes(example.set))
    return random() < PAGES_SHARE
      ? { ...example, input: { ...example.input, url: readerSite(random, author, words) } }
      : example;
  if (author || url || example.set === 'youtube_uci' || random() < 0.25) return example;
  const name = personName(random);
  return {
    ...example,
    input: {
      ...example.input,
      author: name,
      ...(random() < 0.3 ? { url: readerSite(random, name, words) } : {}),
    },
  };
};

/** Removes name, page and e-mail address from a share of all examples, so that their text has to decide. */
export const withoutIdentity = (example: Example, share: number, random: Random): Example => {
  if (random() >= share) return example;
  const { text, title, language } = example.input;
  return { ...example, input: { text, title, language } };
};

/** Empty praise signed with keywords: only the name and page differ from an honest comment. */
export const signedWithKeywords = (
  examples: readonly Example[],
  phrases: readonly string[],
  count: number,
  random: Random,
): readonly Example[] =>
  Array.from({ length: examples.length * phrases.length === 0 ? 0 : count }, (_, nth) => {
    const { input, language } = pick(random, examples);
    const { text, title } = input;
    return {
      input: { text, title, language, ...advertiser(phrases, random) },
      isSpam: true,
      ...{ set: 'keywords', group: `keywords ${nth}`, language },
    };
  });

/** An advertiser signs with a keyword, an address or a made-up name, and mostly states the page to promote. */
const advertiser = (phrases: readonly string[], random: Random): Pick<Example['input'], 'author' | 'url'> => {
  const phrase = pick(random, phrases);
  const url = keywordSite(random, phrase, pick(random, phrases));
  const named = { author: personName(random), url };
  const keyword = { author: keywordName(random, phrase) };
  return pickByShare(random, [
    [0.3, named],
    [0.05, { author: url, url }],
    [0.5, { ...keyword, url }],
    [0.15, keyword],
  ]);
};

/** A share of the spam once more, each example in one of the known disguises. */
export const hidden = (examples: readonly Example[], share: number, random: Random): readonly Example[] =>
  examples
    .filter(({ isSpam }) => isSpam && random() < share)
    .map((example) => {
      const { apply } = pick(random, obfuscations);
      return { ...example, input: { ...example.input, text: apply(example.input.text, random) } };
    });
