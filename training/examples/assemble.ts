import { join } from 'node:path';
import { vectorOf } from '../../src/screening/filter/features/vector.ts';
import { passagesOf } from '../../src/screening/filter/reading/passages.ts';
import { read } from '../../src/screening/filter/reading/reading.ts';
import type { Lesson } from '../learner.ts';
import { pick, type Random, randomFrom } from '../random.ts';
import { hidden, signedWithKeywords, spun, withIdentity, withoutIdentity } from './augment.ts';
import type { Example } from './example.ts';
import { longerHonest } from './honest.ts';
import { keyPhrases } from './keywords.ts';
import { readList, readSet, readTemplates } from './read-data.ts';
import { dataSets, weightOf } from './sets.ts';
import { withTails } from './tails.ts';
import { searchPage, signedByTraders } from './traders.ts';

/** Weight of a spam example relative to an honest one, since the sets hold more spam than is needed. */
const SPAM_WEIGHT = 0.9;
/** Number of generated comments with keywords, and the share of spam that is added once more in disguise. */
const KEYWORD_COMMENTS = { flattery: 10_000, copied: 14_000 };
const LONGER_HONEST = 13_000;
const TRADERS = { honest: 16_000, praise: 16_000 };
const TAILS = 12_000;
const HIDDEN_SHARE = 0.2;
/** Weight of a passage of a long comment relative to the whole. */
const STRETCH_WEIGHT = 0.5;
/** Share of examples that lose their name and page. */
const NAMELESS_SHARE = 0.15;

export const TEXTS = join(import.meta.dirname, '../texts');

/**
 * Everything that shipped weights may be learned from: the sets whose licence allows it, the project's own
 * texts, and examples generated from both. Without what is not taught, nothing is generated from it either.
 */
export const assemble = (
  directory: string,
  seed: number,
  isTaught: (example: Example) => boolean = () => true,
): readonly Example[] => {
  const random = randomFrom(seed);
  const sets = dataSets.filter(({ ships }) => ships).flatMap(({ name }) => readSet(directory, name));
  const phrases = keyPhrases(readList(directory, 'splorp_wordpress_disallowed.txt'));
  const texts = spun(readTemplates(TEXTS), phrases, random);
  const known = [...sets, ...texts].filter(isTaught);
  const honest = known.filter(({ isSpam }) => !isSpam);
  const words = wordsByLanguage(honest);
  const identified = known.map((example) =>
    isFlattery(example)
      ? withAim(example, random)
      : withoutIdentity(withIdentity(example, random, words.get(example.language)), NAMELESS_SHARE, random),
  );
  const flattery = known.filter(isFlattery);
  const longer = longerHonest(honest, LONGER_HONEST, random);
  const plain = honest.filter(({ group }) => !/^ham-(?:praise|eloge)/.test(group));
  const traders = signedByTraders({ honest: plain, praise: flattery }, TRADERS, random);
  const keywords = [
    ...signedWithKeywords(flattery, phrases, KEYWORD_COMMENTS.flattery, random),
    ...signedWithKeywords([...honest, ...longer], phrases, KEYWORD_COMMENTS.copied, random),
  ];
  const tails = withTails({ honest: plain, praise: flattery }, phrases, TAILS, random);
  const whole = [...identified, ...longer, ...keywords, ...traders, ...tails];
  return [
    ...whole,
    ...stretched([...identified, ...longer], random),
    ...hidden(identified, HIDDEN_SHARE, random),
  ];
};

const LATIN_WORD = /(?<!\p{L})[a-zß-öø-ÿœ]{3,12}(?!\p{L})/gu;

/** The different words of Latin letters in each language's examples, which blogs are named after. */
const wordsByLanguage = (examples: readonly Example[]): ReadonlyMap<string, readonly string[]> => {
  const wordsIn = ({ input }: Example) => input.text.toLowerCase().match(LATIN_WORD) ?? [];
  const languages = Map.groupBy(examples, ({ language }) => language);
  return new Map([...languages].map(([language, own]) => [language, [...new Set(own.flatMap(wordsIn))]]));
};

/** One passage of each long honest comment, since long comments are judged passage by passage. */
const stretched = (examples: readonly Example[], random: Random): readonly Example[] =>
  examples.flatMap((example) => {
    const stretches = example.isSpam ? [] : passagesOf(example.input);
    if (stretches.length === 0) return [];
    return { ...example, input: pick(random, stretches), weight: STRETCH_WEIGHT * (example.weight ?? 1) };
  });

/** Flattery with a page to be found for: without name and page nobody could tell it from an honest comment, and nothing should be learned from it. */
const withAim = (example: Example, random: Random): Example =>
  example.input.url || !isBare(example.input.text)
    ? example
    : {
        ...example,
        input: { ...example.input, ...searchPage(example.language === 'fr' ? 'fr' : 'en', random) },
      };

/** Whether a text has nothing to follow: no link, no address and no number. */
const isBare = (text: string): boolean => !/[\d@<[]|www|\.[a-z]{2,}/i.test(text);

/** Spam whose text is only praise, or says nothing: only its name and page give it away. */
export const isFlattery = ({ isSpam, set, group, input }: Example): boolean =>
  isSpam &&
  input.text.length < 400 &&
  (/^spam-(?:flatterie|flattery|ia-|ai-|eloge|page-|metier-ville|small-talk)/.test(group) ||
    (/_synth_/.test(set) && isBare(input.text)));

/** An example in the form that training takes. */
export const lessonOf = ({ input, isSpam, set, weight = 1 }: Example): Lesson => ({
  vector: vectorOf(read(input)),
  isSpam,
  weight: weight * weightOf(set) * (isSpam ? SPAM_WEIGHT : 1),
});
