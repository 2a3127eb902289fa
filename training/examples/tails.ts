import { pick, pickByShare, type Random } from '../random.ts';
import type { Example } from './example.ts';
import { capitalised, keywordSite } from './keywords.ts';
import { lastName, personName, personSite, randomSite } from './names.ts';
import { slotWords } from './slot-words.ts';
import { tradeWords } from './trade-words.ts';

type Language = 'fr' | 'en';

/** Longer texts hide what is appended to them. */
const TEXT_MAX = 500;
/** Share of the advertising that follows praise; the rest follows copied honest texts. */
const PRAISE_SHARE = 0.85;
/** Share of the advertising with a link, which is the page signed with as well. */
const LINKED_SHARE = 0.2;

/** A phrase that somebody wants to be found for: goods or a trade, with a town or a selling word. */
const keyPhrase = (language: Language, phrases: readonly string[], random: Random): string => {
  const { trades, goods, towns, selling } = tradeWords[language];
  if (language === 'en' && random() < 0.4) return pick(random, phrases);
  const what = pick(random, random() < 0.3 ? trades : goods);
  return pickByShare(random, [
    [0.3, what],
    [0.3, `${what} ${pick(random, towns)}`],
    [0.25, `${what} ${pick(random, selling)}`],
    [0.15, `${pick(random, selling)} ${what} ${pick(random, towns)}`],
  ]);
};

/** A medicine, as its sellers word it. */
const medicine = (language: Language, random: Random): string =>
  `${pick(random, slotWords[language].drugs)} ${pick(random, tradeWords[language].selling)}`;

/** A phrase as the text of a link, in HTML or BBCode, or before it; the link goes to the page that is signed with. */
const linked = (language: Language, phrases: readonly string[], url: string, random: Random): string => {
  const phrase = random() < 0.3 ? medicine(language, random) : keyPhrase(language, phrases, random);
  return pickByShare(random, [
    [0.4, `<a href="${url}" rel="nofollow">${phrase}</a>`],
    [0.25, `<a href="${url}">${phrase}</a>`],
    [0.1, `[url=${url}]${phrase}[/url]`],
    [0.25, `${phrase} ${url}`],
  ]);
};

/** One phrase without a link, or several that repeat a word, as search engines are said to like it. */
const advertised = (language: Language, phrases: readonly string[], random: Random): string => {
  const phrase = keyPhrase(language, phrases, random);
  const more = pick(random, [0, 0, 0, 1, 2, 4]);
  const { selling, towns } = tradeWords[language];
  const others = Array.from({ length: more }, () =>
    random() < 0.7
      ? `${phrase} ${pick(random, random() < 0.5 ? selling : towns)}`
      : keyPhrase(language, phrases, random),
  );
  const all = [phrase, ...others].map((one) => (random() < 0.6 ? capitalised(one) : one));
  const joined = all.join(pick(random, [' ', ' ', ', ', ' | ', '\n']));
  return `${pick(random, LEADS[language])} ${joined}`.trim();
};

const LEADS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    '',
    '',
    '',
    '',
    'Voir aussi :',
    'Pour plus d’infos :',
    'Notre spécialité :',
    'Découvrez',
    'Je recommande',
  ],
  en: ['', '', '', '', 'See also', 'For more details:', 'We also do', 'Check out', 'I recommend', 'Visit'],
};

/** How honest comments end: with a greeting, a name, a place. */
const signedOff = (language: Language, random: Random): string => {
  const name = personName(random);
  const town = capitalised(pick(random, tradeWords[language].towns));
  const words: readonly string[] =
    language === 'fr'
      ? [
          name,
          `${name}, ${town}`,
          `Cordialement, ${name}`,
          `Bonne soirée`,
          `Amitiés de ${town}`,
          `Bien à vous ${name} ${lastName(random)}`,
          `Un lecteur de ${town}`,
          `Merci d’avance`,
          `${town}`,
        ]
      : [
          name,
          `${name}, ${town}`,
          `Regards, ${name}`,
          `Cheers`,
          `Greetings from ${town}`,
          `Best ${name} ${lastName(random)}`,
          `Thanks in advance`,
          `Just my two cents`,
          `${town}`,
        ];
  return pick(random, words);
};

/**
 * Comments with something appended to them: a phrase to be found for makes advertising of praise and of
 * copied sentences, and a greeting or a name makes nothing of an honest comment.
 */
export const withTails = (
  { honest, praise }: { readonly honest: readonly Example[]; readonly praise: readonly Example[] },
  phrases: readonly string[],
  count: number,
  random: Random,
): readonly Example[] => {
  const short = (examples: readonly Example[]) =>
    examples.filter(
      ({ input, language }) => input.text.length < TEXT_MAX && (language === 'fr' || language === 'en'),
    );
  const [told, praised] = [short(honest), short(praise)];
  if (told.length * praised.length * phrases.length === 0) return [];
  return Array.from({ length: 2 * count }, (_, nth) => {
    const isSpam = nth < count;
    const { input, language } = pick(random, isSpam && random() < PRAISE_SHARE ? praised : told);
    const own: Language = language === 'fr' ? 'fr' : 'en';
    const { tail, signed } = isSpam ? advertising(own, phrases, random) : farewell(own, random);
    const text = `${input.text}${pick(random, [' ', ' ', '\n', '\n\n'])}${tail}`;
    return {
      input: { text, title: input.title, language, ...signed },
      isSpam,
      ...{ set: 'tails', group: `tails ${nth}`, language },
    };
  });
};

type Signed = Pick<Example['input'], 'author' | 'url'>;

/** What is appended, and who signs the whole. */
type Tail = { readonly tail: string; readonly signed: Signed };

const farewell = (language: Language, random: Random): Tail => ({
  tail: signedOff(language, random),
  signed: signer(random),
});

const advertising = (language: Language, phrases: readonly string[], random: Random): Tail => {
  if (random() >= LINKED_SHARE)
    return { tail: advertised(language, phrases, random), signed: signer(random) };
  const url =
    random() < 0.5 ? randomSite(random) : keywordSite(random, pick(random, phrases), pick(random, phrases));
  return { tail: linked(language, phrases, url, random), signed: { author: personName(random), url } };
};

/** Nobody, or a person, few of them with a page of their own. */
const signer = (random: Random): Signed => {
  if (random() < 0.35) return {};
  const author = personName(random);
  return random() < 0.15 ? { author, url: personSite(random, author) } : { author };
};
