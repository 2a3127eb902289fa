import { pick, pickByShare, type Random } from '../random.ts';

const list = (words: string): readonly string[] => words.split(' ');

const FIRST = list(
  'Marie Jean Pierre Anne Paul Luc Sophie Claire Thomas Julie Nicolas Camille Hugo Léa Michel Sylvie Maëlle Yann ' +
    'Gaëlle Loïc Françoise Bernard Monique Gérard Nathalie Stéphane Isabelle Philippe Karim Fatou Moussa Aïcha Omar ' +
    'James Mary John Sarah David Emma Peter Anna Tom Kate Ali Susan Robert Linda Mike Karen Brian Helen Steve Laura ' +
    'Pedro Ana João Carlos Maria Hans Petra Jonas Uwe Yuki Min Wei Priya Raj Olga Ivan Sergey Natasha',
);
const LAST = list(
  'Martin Bernard Dubois Petit Durand Moreau Simon Michel Lefebvre Leroy Roux Fournier Girard Bonnet Lambert Legrand ' +
    'Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Perrin Morin Mathieu Clément Gauthier Dumont Lopez ' +
    'Smith Jones Taylor Brown Wilson Evans Walker Clark Hall Green Baker Wright Hill Adams Nelson Carter Mitchell ' +
    'Schmidt Fischer Weber Silva Santos Costa Garcia Rossi Diallo Traoré Kim Park Chen Patel Singh Ivanov',
);
const HANDLES = list(
  'anonyme citoyen lecteur nomad kiwi zorro mamie toto jp xav bob geek rider papy breizh ch ti13 momo reader guest ' +
    'dad me pixel neo max kat lou fan cycliste marcheur prof retraité voisin parent maker coder',
);

const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase() || 'me';

export const lastName = (random: Random): string => pick(random, LAST);

/** A name that a person might sign with, from a full one to a handle. */
export const personName = (random: Random): string => {
  const first = pick(random, FIRST);
  const last = pick(random, LAST);
  const handle = `${pick(random, HANDLES)}${random() < 0.5 ? Math.floor(random() * 99) : ''}`;
  return pickByShare(random, [
    [0.4, first],
    [0.25, `${first} ${last}`],
    [0.1, `${first} ${last[0]}.`],
    [0.12, `${slugOf(first)}${Math.floor(random() * 99)}`],
    [0.13, handle],
  ]);
};

/** A page that a person might have: a domain of their own, or one at a usual host. */
export const personSite = (random: Random, name: string): string => {
  const own = slugOf(name);
  return pick(random, [
    `https://${own}.wordpress.com`,
    `http://${own}.blogspot.com/`,
    `https://twitter.com/${own}`,
    `https://github.com/${own}`,
    `http://www.${own}.fr`,
    `http://${own}.com`,
    `https://${own}.net/`,
    `https://www.facebook.com/${own}`,
    `http://blog.${own}.org`,
    `https://${own}.me/about`,
    `https://${own}.github.io`,
    `http://${own}.free.fr`,
    `http://${own}.${pick(random, list('info eu io org us name de co.uk ch be ca nl pt dev tech'))}`,
    `http://www.${own}.${pick(random, list('com net org'))}/blog/`,
    `http://${pick(random, list('perso people home users pages'))}.${pick(random, LAST.map(slugOf))}.${pick(random, list('edu org fr net'))}/~${own}`,
    `http://${own}.${pick(random, list('canalblog.com over-blog.com livejournal.com myopenid.com tumblr.com typepad.com'))}/`,
    `http://www.${own}${pick(random, list('photo music blog dev web art design studio'))}.com`,
  ]);
};

/** Fewest words that hosts are made of. */
const WORDS_MIN = 100;

/** A page that a reader might have: named after them or, as blogs mostly are, after one to three of the language's `words`. */
export const readerSite = (random: Random, name: string, words: readonly string[]): string => {
  if (words.length < WORDS_MIN || random() < 0.5) return personSite(random, name);
  const own = Array.from({ length: 1 + Math.floor(random() * 3) }, () => slugOf(pick(random, words)));
  const host = own.join(random() < 0.3 ? '-' : '');
  const top = pick(
    random,
    list('com com net org fr fr eu me info blogspot.com wordpress.com over-blog.com github.io'),
  );
  return `${pick(random, ['http://', 'https://', 'http://www.', 'https://www.'])}${host}.${top}${random() < 0.3 ? '/' : ''}`;
};

/** A name, or now and then the page's host, which OpenID made people sign with. */
export const signedBy = (random: Random, name: string, site: string): string =>
  random() < 0.06 ? (URL.parse(site)?.host ?? name) : name;

const SMALL = 'abcdefghijklmnopqrstuvwxyz';
const MIXED = SMALL + SMALL.toUpperCase();
const CODE = `${MIXED}0123456789`;

const lettersOf = (alphabet: string, random: Random): string =>
  Array.from({ length: 5 + Math.floor(random() * 7) }, () => pick(random, [...alphabet])).join('');

/** What robots sign with: 5 to 11 random letters, now and then of both cases, or with digits among them. */
export const randomLetters = (random: Random): string => {
  const share = random();
  return lettersOf(share < 0.2 ? MIXED : share < 0.3 ? CODE : SMALL, random);
};

/** A page of random letters, which robots state where they have none to promote. */
export const randomSite = (random: Random): string =>
  `http://${pick(random, ['', '', 'www.'])}${lettersOf(SMALL, random)}.${pick(random, ['com', 'com', 'com', 'net', 'ru', 'info', 'org'])}${pick(random, ['', '/'])}`;
