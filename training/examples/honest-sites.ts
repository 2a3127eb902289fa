import { type Random, randomFrom } from '../random.ts';
import { withIdentity } from './augment.ts';
import type { Example } from './example.ts';
import { personName, personSite } from './names.ts';
import { readSet } from './read-data.ts';
import { isSetAside } from './set-aside.ts';

/** Honest comments of one site, either all with a stated page or all without. */
export type HonestSite = {
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly hasPage: boolean;
  /** Whether its comments came without a page and were given one. */
  readonly isMadeUp: boolean;
  readonly examples: readonly Example[];
};

/** Sets that no weight is learned from, whose honest comments set the thresholds. */
const SETS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: ['republique_fr', 'cyberado_fr', 'mlma_fr_toxic', 'wxr_blogs_open'],
  en: ['haacked', 'evertpot', 'yasoob', 'xamdk', 'datacamp_blog_a', 'wxr_blogs_open'],
};
/** Comments a site needs to count. */
const COMMENTS_MIN = 50;

/** Honest comments that no weight was learned from, by site. Sets that the directory does not hold are left out. */
export const honestSites = (directory: string, seed: number): readonly HonestSite[] => {
  const random = randomFrom(seed);
  return (['fr', 'en'] as const).flatMap((language) =>
    SETS[language].flatMap((set) => {
      const honest = readSet(directory, set).filter(
        (example) => !example.isSpam && example.language === language && !isSetAside(example),
      );
      const [paged, bare] = [true, false].map((has) =>
        honest.filter(({ input }) => Boolean(input.url) === has),
      );
      const site = { name: set, language };
      return [
        { ...site, hasPage: false, isMadeUp: false, examples: (bare ?? []).map((one) => named(one, random)) },
        { ...site, hasPage: true, isMadeUp: false, examples: paged ?? [] },
        {
          ...site,
          hasPage: true,
          isMadeUp: true,
          examples: (bare ?? []).map((one) => withPage(one, random)),
        },
      ].filter(({ examples }) => examples.length >= COMMENTS_MIN);
    }),
  );
};

const named = (example: Example, random: Random): Example => {
  const { url: _, ...input } = withIdentity(example, random).input;
  return { ...example, input };
};

const withPage = (example: Example, random: Random): Example => {
  const author = example.input.author ?? personName(random);
  return { ...example, input: { ...example.input, author, url: personSite(random, author) } };
};
