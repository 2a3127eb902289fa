import { pick, pickByShare, type Random } from '../random.ts';
import type { Example } from './example.ts';
import { capitalised } from './keywords.ts';
import { lastName } from './names.ts';

const list = (words: string): readonly string[] => words.split(' ');

const TRADES: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: list(
    'boulangerie garage menuiserie plomberie serrurerie couverture fleuriste boucherie librairie coiffure optique imprimerie ' +
      'maçonnerie électricité paysagiste traiteur pharmacie auto-école pressing cordonnerie charpente ébénisterie ferronnerie ' +
      'pépinière brasserie crêperie hôtel camping gîte taxi ambulance transports déménagement carrelage peinture chauffage',
  ),
  en: list(
    'bakery garage joinery plumbing locksmith roofing florist butchers books barbers opticians printing builders electrical ' +
      'gardens catering pharmacy driving cleaning cobblers carpentry furniture forge nursery brewery cafe guesthouse campsite ' +
      'taxis haulage removals tiling decorating heating cycles pottery',
  ),
};
const TOWNS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: list(
    'auray cahors nanterre melun lyon vesoul dole riom albi uzès brest paimpol lille pau annecy gap tarbes dax cholet vire ' +
      'sens mende privas guéret aurillac rodez bordeaux nantes rennes toulouse marseille nice montreuil créteil',
  ),
  en: list(
    'otley leeds bristol york ludlow perth dublin denver tampa houston boston skipton whitby totnes hexham kendal frome ' +
      'lewes oban cork austin portland dayton london manchester exeter truro bath wells',
  ),
};
/** Goods that have pages made only for search engines. */
const GOODS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: (
    'chaudière à granulés, portail coulissant, matelas mémoire, assurance chien, rachat de crédit, location de benne, store banne, ' +
    'spa gonflable, cigarette électronique, coaching de vie, formation caces, caméra de surveillance, nettoyage de vitres, ' +
    'garde-meuble, bijoux fantaisie, casque de vélo, pneus neige, croquettes chat, jeux en bois, lentilles de contact, ' +
    'piscine coque, carport alu, véranda, poêle à bois, isolation combles, alarme maison, drone photo, e-liquide, valise cabine, ' +
    'canapé convertible, fauteuil gamer, imprimante 3d, hébergement web, logiciel de paie, anglais en ligne, permis bateau, ' +
    'garde d’enfants, téléassistance, prothèse auditive, sono mariage, location limousine, borne de recharge, sac à main, ' +
    'tampon personnalisé, bâche publicitaire, plaque funéraire, mutuelle animaux, défiscalisation, portage salarial, trottinette'
  ).split(', '),
  en: (
    'pellet boiler, sliding gates, memory foam, pet insurance, debt consolidation, skip hire, awnings, hot tubs, vape juice, ' +
    'life coaching, forklift training, security cameras, window cleaning, self storage, costume jewellery, bike helmets, ' +
    'winter tyres, cat food, wooden toys, contact lenses, swimming pools, carports, conservatories, wood burners, loft insulation, ' +
    'home alarm, drone video, cabin luggage, sofa beds, gaming chairs, 3d printers, web hosting, payroll software, english lessons, ' +
    'boat licence, babysitters, hearing aids, wedding disco, limo hire, ev charger, handbags, rubber stamps, banner printing, ' +
    'headstones, tax relief, umbrella company, scooters, garage doors, resin driveway, dental implants, hair transplant, essay help'
  ).split(', '),
};
/** What advertisers put before or after a trade. */
const SELLING: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: list('urgence devis prix pas-cher avis express 24h pro discount comparatif en-ligne'),
  en: list('emergency quotes cheap best reviews near-me 24-7 online services deals company'),
};

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’&]/g, '')
    .replace(/[^a-z0-9]+/g, '-');

type Signed = Pick<Example['input'], 'author' | 'url'>;

/** A small firm: its trade with the owner's name or place, and a page named after it. */
const shop = (language: 'fr' | 'en', random: Random): Signed => {
  const [trade, town] = [pick(random, TRADES[language]), pick(random, TOWNS[language])];
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

/** A page made for search engines: the trade, the town and a selling word. */
const keyword = (language: 'fr' | 'en', random: Random): Signed => {
  const trade = pick(random, random() < 0.35 ? TRADES[language] : GOODS[language]);
  const town = pick(random, TOWNS[language]);
  const selling = pick(random, SELLING[language]).replaceAll('-', ' ');
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
      const by = (isSpam ? keyword : shop)(language === 'fr' ? 'fr' : 'en', random);
      return {
        input: { text, title, language, ...by },
        isSpam,
        ...{ set: 'traders', group: `traders ${isSpam} ${nth}`, language },
      };
    });
  });
