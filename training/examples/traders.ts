import { pick, pickByShare, type Random } from '../random.ts';
import type { Example } from './example.ts';
import { capitalised } from './keywords.ts';
import { lastName } from './names.ts';
import { tradeWords } from './trade-words.ts';

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’&]/g, '')
    .replace(/[^a-z0-9]+/g, '-');

type Signed = Pick<Example['input'], 'author' | 'url'>;

/** A small firm: its trade with the owner's name or place, and a page named after it. */
const shop = (language: 'fr' | 'en', random: Random): Signed => {
  const { trades, towns } = tradeWords[language];
  const [trade, town] = [pick(random, trades), pick(random, towns)];
  const owner = lastName(random);
  const name = pickByShare(random, [
    [0.45, language === 'fr' ? `${trade} ${owner}` : `${owner} ${trade}`],
    [
      0.2,
      `${trade} ${pick(random, language === 'fr' ? ['du Marché', 'de la Gare', 'du Port', 'des Halles'] : ['& Sons', '& Daughter', 'on the Green', 'Corner'])}`,
    ],
    [0.15, `${trade} ${town}`],
    [0.2, owner],
  ]);
  const host =
    random() < 0.4
      ? `${slugOf(name)}-${slugOf(town)}`
      : slugOf(name).replaceAll('-', random() < 0.5 ? '-' : '');
  return signed(
    capitalised(name),
    host,
    language === 'fr' ? ['fr', 'fr', 'com', 'net'] : ['co.uk', 'com', 'com', 'ie'],
    random,
  );
};

/** Somebody who signs with a page made for search engines: the trade, the town and a selling word. */
export const searchPage = (language: 'fr' | 'en', random: Random): Signed => {
  const words = tradeWords[language];
  const trade = pick(random, random() < 0.35 ? words.trades : words.goods);
  const town = pick(random, words.towns);
  const selling = pick(random, words.selling).replaceAll('-', ' ');
  const name = pickByShare(random, [
    [0.35, `${trade} ${town}`],
    [0.2, trade],
    [0.3, `${trade} ${selling}`],
    [0.15, `${trade} ${selling} ${town}`],
  ]);
  const host = random() < 0.6 ? slugOf(name) : `${slugOf(trade)}${slugOf(town)}${Math.floor(random() * 95)}`;
  return signed(
    random() < 0.5 ? name : capitalised(name),
    host,
    ['fr', 'com', 'com', 'net', 'eu', 'org'],
    random,
  );
};

const signed = (author: string, host: string, tops: readonly string[], random: Random): Signed => ({
  author,
  url: `${pick(random, ['https://', 'https://www.', 'http://', 'http://www.'])}${host}.${pick(random, tops)}${random() < 0.15 ? '/' : ''}`,
});

/**
 * Readers' comments signed by small firms with pages of their own, and praise signed by advertisers in the
 * same trades: the text has to decide.
 */
export const signedByTraders = (
  { honest, praise }: { readonly honest: readonly Example[]; readonly praise: readonly Example[] },
  count: { readonly honest: number; readonly praise: number },
  random: Random,
): readonly Example[] =>
  ([false, true] as const).flatMap((isSpam) => {
    const known = (isSpam ? praise : honest).filter(({ language }) => language === 'fr' || language === 'en');
    const most = isSpam ? count.praise : count.honest;
    const genres = [...Map.groupBy(known, ({ group }) => group.replace(/ \d+$/, '')).values()];
    return Array.from({ length: known.length === 0 ? 0 : most }, (_, nth) => {
      const { input, language } = pick(random, isSpam ? pick(random, genres) : known);
      const { text, title } = input;
      const by = (isSpam ? searchPage : shop)(language === 'fr' ? 'fr' : 'en', random);
      return {
        input: { text, title, language, ...by },
        isSpam,
        ...{ set: 'traders', group: `traders ${isSpam} ${nth}`, language },
      };
    });
  });
