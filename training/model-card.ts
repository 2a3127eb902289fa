import { table } from '../tools/report/markdown.ts';
import type { Example } from './examples/example.ts';
import { dataSets } from './examples/sets.ts';
import type { Fitted } from './fit-model.ts';
import { settings } from './learn.ts';
import { WORDS_MAX } from './word-vectors/word-vectors.ts';

type Trained = {
  /** Of the first draw. */
  readonly examples: readonly Example[];
  /** How many draws of the generated texts were learned from. */
  readonly draws: number;
  readonly keptBack: Fitted['keptBack'];
  readonly hash: string;
  readonly size: number;
  readonly seed: number;
  readonly date: string;
};

/** The model card, in Markdown: what the shipped weights are, what they were learned from, and where they fail. */
export const modelCard = ({
  examples,
  draws,
  keptBack,
  hash,
  size,
  seed,
  date,
}: Trained): string => `# Model card

Written by \`npm run train\`, with the weights. How well they do on comments they have not seen is in
[evaluation.md](evaluation.md), written by \`npm run evaluate\`.

| | |
| --- | --- |
| weights | \`${hash}\` (SHA-256), ${Math.round(size / 1000)} kB |
| date | ${date} |
| seed | ${seed} |
| model | linear, ${settings.kept} weights, each one of sixteen numbers, among 2^20 hashed places; logistic regression by AdaGrad, places scaled by their class ratio, with the vectors of ${WORDS_MAX} English words (GloVe, PDDL 1.0) |
| answer | log-odds that a comment is spam; 0 is even |
| settings | ${settings.epochs} epochs, rate ${settings.rate}, decay ${settings.decay}, places seen ${settings.seenMin} times; the mean of ${settings.fits} fits, which take turns at ${draws} draws of the generated texts |

## What it learned from

Numbers are those of the first draw.

${table(['set', 'origin', 'licence', 'spam', 'not spam', 'weight each'], dataRows(examples))}

No weight was learned from any other comment. Names and addresses of examples without one are made up.

## A fifth kept back

Groups (videos, templates, single messages) that the calibrating model did not see. They come from the same sets as what it
learned from, so this says little about other sites.

${table(['set', 'spam', 'called spam', 'not spam', 'called spam'], backRows(keptBack))}

## Known weaknesses

- Honest comments that read like letters to a shop: long ones with several links, prices and an address of one's own.
- Spam without any word, link or name of its own: a copied sentence signed with a person's name.
- French institutions’ long statements: of a consultation left out of the fit, 0.46 to 0.58 % are held where 0.5 % are promised.
- Languages other than French and English are known from translated text messages, Russian chats and a hundred honest remarks only.
- Brand-new subjects of advertising, until they are trained or the site's moderators have decided a few.
- Lines that look like code are not read, unless an address is in them.
- Of texts over 10,000 characters, 9,000 from the beginning and 1,000 from the end are read.
- Abuse is not what it looks for: an insult is no spam.
`;

const dataRows = (examples: readonly Example[]) =>
  dataSets
    .filter(({ ships }) => ships)
    .map(({ name, origin, licence, weight }) => {
      const own = examples.filter(({ set }) => set === name);
      const spam = own.filter(({ isSpam }) => isSpam).length;
      return [name, origin, licence, spam, own.length - spam, weight];
    });

const backRows = (keptBack: Fitted['keptBack']) =>
  [...new Set(keptBack.map(({ set }) => set))].map((set) => {
    const own = keptBack.filter((one) => one.set === set);
    const share = (isSpam: boolean) => {
      const all = own.filter((one) => one.isSpam === isSpam);
      return [
        all.length,
        all.length
          ? `${((100 * all.filter(({ score }) => score > 0).length) / all.length).toFixed(1)} %`
          : '',
      ];
    };
    return [set, ...share(true), ...share(false)];
  });
