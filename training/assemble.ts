import { join } from 'node:path';
import { read } from '../src/screening/filter/reading.ts';
import { vectorOf } from '../src/screening/filter/vector.ts';
import { hidden, signedWithKeywords, spun, withIdentity, withoutIdentity } from './augment.ts';
import type { Example } from './example.ts';
import { longerHonest } from './honest.ts';
import { keyPhrases } from './keywords.ts';
import type { Lesson } from './learner.ts';
import { randomFrom } from './random.ts';
import { readList, readSet, readTemplates } from './read-data.ts';
import { dataSets, weightOf } from './sets.ts';

/** What one spam counts beside one honest comment: the sets hold more spam than is needed. */
const SPAM_WEIGHT = 0.9;
/** Comments made up around keywords, and the share of spam that is shown once more in disguise. */
const KEYWORD_COMMENTS = { flattery: 5_000, copied: 7_000 };
const LONGER_HONEST = 13_000;
const HIDDEN_SHARE = 0.15;
/** Share of examples that lose their name and page. */
const NAMELESS_SHARE = 0.15;

export const TEXTS = join(import.meta.dirname, 'texts');

/** Everything that shipped weights may learn from: the sets that allow it, the project's texts, and what is made of them. */
export const assemble = (directory: string, seed: number): readonly Example[] => {
  const random = randomFrom(seed);
  const sets = dataSets.filter(({ ships }) => ships).flatMap(({ name }) => readSet(directory, name));
  const texts = spun(readTemplates(TEXTS), random);
  const identified = [...sets, ...texts].map((example) =>
    withoutIdentity(withIdentity(example, random), NAMELESS_SHARE, random),
  );
  const phrases = keyPhrases(readList(directory, 'splorp_wordpress_disallowed.txt'));
  const flattery = [...sets, ...texts].filter(isFlattery);
  const honest = [...sets, ...texts].filter(({ isSpam }) => !isSpam);
  const longer = longerHonest(honest, LONGER_HONEST, random);
  const keywords = [
    ...signedWithKeywords(flattery, phrases, KEYWORD_COMMENTS.flattery, random),
    ...signedWithKeywords([...honest, ...longer], phrases, KEYWORD_COMMENTS.copied, random),
  ];
  return [...identified, ...longer, ...keywords, ...hidden(identified, HIDDEN_SHARE, random)];
};

/** Spam whose text is praise or nothing: its name and page are all that tells. */
const isFlattery = ({ isSpam, set, group, input }: Example): boolean =>
  isSpam &&
  input.text.length < 400 &&
  (group.startsWith('spam-flatterie') || group.startsWith('spam-flattery') || set.endsWith('_synth_open'));

/** An example as it is learned from. */
export const lessonOf = ({ input, isSpam, set, weight = 1 }: Example): Lesson => ({
  vector: vectorOf(read(input)),
  isSpam,
  weight: weight * weightOf(set) * (isSpam ? SPAM_WEIGHT : 1),
});
