import { pick, type Random } from '../random.ts';
import { capitalised, keywordSite } from './keywords.ts';
import { lastName, personName, personSite, randomLetters } from './names.ts';
import { slotWords } from './slot-words.ts';
import { tradeWords } from './trade-words.ts';

type Language = 'fr' | 'en';

/** What a template's slots are filled from. */
export type Slots = { readonly language: string; readonly phrases: readonly string[] };

const SLOT = /<([a-z]+)(\d?)(?::(slug|join|cap))?>/g;
/** Share of goods in English templates that are phrases of the list of disallowed terms. */
const LISTED_SHARE = 0.35;

/** Whether a template has a slot other than a last name, so that it makes many different texts. */
export const hasSlots = (template: Readonly<Record<string, unknown>>): boolean =>
  Object.values(template).some(
    (field) =>
      typeof field === 'string' &&
      [...field.matchAll(SLOT)].some(([, kind = '']) => kind !== 'nom' && Object.hasOwn(makers, kind)),
  );

/**
 * Fills in the slots of one comment: `<goods>`, a second draw of it as `<goods2>`, as part of an address
 * `<goods:slug>` or `<goods:join>`, in title case `<goods:cap>`. The same slot has the same words in text, name, page and title. Others, as HTML tags, stay.
 */
export const slotFiller = (slots: Slots, random: Random): ((text: string) => string) => {
  const drawn = new Map<string, string>();
  const wordsFor = (kind: string, nth: string): string | undefined => {
    const known = drawn.get(kind + nth);
    if (known !== undefined || !Object.hasOwn(makers, kind)) return known;
    const language: Language = slots.language === 'fr' ? 'fr' : 'en';
    const value =
      makers[kind]?.({ ...slots, language, random, of: (other) => wordsFor(other, nth) ?? '' }) ?? '';
    drawn.set(kind + nth, value);
    return value;
  };
  return (text) =>
    text.replace(SLOT, (slot, kind: string, nth: string, form?: string) => {
      const value = wordsFor(kind, nth);
      return value === undefined ? slot : shaped(value, form);
    });
};

const plain = (value: string): string =>
  value
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '');

const shaped = (value: string, form: string | undefined): string => {
  if (form === 'cap') return capitalised(value);
  if (form === undefined) return value;
  return plain(value).replace(/[^a-z0-9]+/g, form === 'slug' ? '-' : '');
};

type Maker = (context: {
  readonly language: Language;
  readonly phrases: readonly string[];
  readonly random: Random;
  /** Another slot of the same number. */
  readonly of: (kind: string) => string;
}) => string;

const words =
  (kind: keyof (typeof slotWords)['fr']): Maker =>
  ({ language, random }) =>
    pick(random, slotWords[language][kind]);

/** A word that could be a name of anything: `Velora`, `Mindar`. */
const coined = (random: Random): string =>
  Array.from(
    { length: 2 + Math.floor(random() * 2) },
    () => pick(random, [...'bcdfglmnprstvz']) + pick(random, [...'aeiou', 'an', 'or', 'el', 'in', 'ar']),
  ).join('');

const digits = (count: number, random: Random): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const phone: Maker = ({ language, random }) =>
  language === 'fr'
    ? pick(random, [
        `06 39 98 ${digits(2, random)} ${digits(2, random)}`,
        `01 99 00 ${digits(2, random)} ${digits(2, random)}`,
      ])
    : pick(random, [
        `+1-8${digits(2, random)}-555-01${digits(2, random)}`,
        `1 (8${digits(2, random)}) 555-01${digits(2, random)}`,
        `18${digits(2, random)}55501${digits(2, random)}`,
        `07700 900${digits(3, random)}`,
      ]);

const makers: Readonly<Record<string, Maker>> = {
  nom: ({ random }) => lastName(random),
  last: ({ random }) => lastName(random),
  person: ({ random }) => personName(random),
  own: ({ random, of }) => personSite(random, of('person')),
  name: ({ random }) => coined(random),
  token: ({ random }) => randomLetters(random),
  phone,
  goods: ({ language, phrases, random }) =>
    language === 'en' && phrases.length > 0 && random() < LISTED_SHARE
      ? pick(random, phrases)
      : pick(random, tradeWords[language].goods),
  trade: ({ language, random }) => pick(random, tradeWords[language].trades),
  town: ({ language, random }) => pick(random, tradeWords[language].towns),
  sell: ({ language, random }) => pick(random, tradeWords[language].selling).replaceAll('-', ' '),
  page: ({ random, of }) =>
    keywordSite(random, plain(of('goods')).replace(/[^a-z0-9]+/g, ' '), plain(of('town'))),
  host: ({ of }) => of('page').replace(/^https?:\/\/(?:www\.)?|\/.*$/g, ''),
  device: words('devices'),
  software: words('software'),
  airline: words('airlines'),
  drug: words('drugs'),
  product: words('products'),
  ail: words('ailments'),
  theme: words('themes'),
  shopkind: words('shops'),
  error: ({ random }) => pick(random, ['0x', 'B', 'E0', 'H', '', '5', '1']) + digits(3, random),
};
