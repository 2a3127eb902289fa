import { pick, type Random } from '../training/random.ts';

/** What a reader writes, before it is sent anywhere. */
export type Written = { readonly author: string; readonly email: string; readonly text: string };

const GIVEN = list(
  'Camille Maëlle Idriss Odile Yann Claire Thomas Inès Hugo Nadia Paul Rose Karim Lucie Marc Jeanne',
);
const FAMILY = list(
  'Le Goff|Marchand|Benali|Roux|Moreau|Nguyen|Petit|Garnier|Faure|Lambert|Diallo|Girard|Perrin|Colin',
  '|',
);

const OPENINGS = list(
  "Merci pour cet article|Très bonne analyse|Je ne suis pas tout à fait d'accord|Voilà enfin un sujet qui compte|" +
    "J'ai vécu la même chose|On en parle depuis des années|Thank you for this piece|I read this twice|" +
    'Not sure I agree|This matches what I see here',
  '|',
);
const PLACES = list(
  'à Douarnenez|à Lyon|dans le Cantal|près de Roubaix|à Sète|en Corrèze|à Nantes|dans notre village|à Strasbourg|' +
    'au Havre|à Pau|dans la Drôme|in Bristol|near Cork|in our town|up north',
  '|',
);
const SUBJECTS = list(
  'la bibliothèque|le train du matin|la digue|le marché couvert|la piste cyclable|l’école du quartier|la maternité|' +
    'le vieux pont|la forêt communale|le cinéma|le bureau de poste|la ligne de bus|the town hall|the harbour|' +
    'the night train|the swimming pool',
  '|',
);
const EVENTS = list(
  'a fermé deux jours en mars|attend des travaux depuis l’été|n’a jamais été aussi fréquenté|coûte deux fois plus cher|' +
    'a changé de mains l’an dernier|tient encore grâce aux bénévoles|reste ouvert le dimanche|manque de personnel|' +
    'has been closed since the storm|was repaired by volunteers|costs more every year|still opens on Sundays',
  '|',
);
const ENDINGS = list(
  'Qui va payer ?|Il faudrait demander aux habitants.|La mairie n’a pas répondu à ma lettre.|Vivement la suite.|' +
    'Mes voisins disent la même chose.|On verra bien au printemps.|Does anybody know more?|' +
    'I wrote to the council about it.|Let us see what happens in spring.|That is all we ask for.',
  '|',
);
const SPAM = list(
  'Cheap pills online, order now with free shipping|Casino bonus 500 %, register today and win real money|' +
    'Crédit rapide sans justificatif, contactez-nous par WhatsApp|Buy backlinks and rank first on Google this week|' +
    'Voyance gratuite par téléphone, résultats garantis en 24 h|Earn $5000 weekly from home, no experience needed',
  '|',
);

/** An honest comment of one to five sentences, French or English, that hardly ever comes twice. */
export const honestComment = (random: Random): Written => {
  const sentence = () => {
    const about = `${pick(random, SUBJECTS)} ${pick(random, PLACES)} ${pick(random, EVENTS)}`;
    return `${pick(random, OPENINGS)} : ${about}, ${digits(random)} fois au moins depuis ${year(random)}. ${pick(random, ENDINGS)}`;
  };
  const sentences = Array.from({ length: 1 + Math.floor(random() * 3) }, sentence);
  return { ...person(random), text: sentences.join(' ') };
};

/** What moderators file as spam. */
export const spamComment = (random: Random): Written => ({
  ...person(random),
  text: `${pick(random, SPAM)} ${digits(random)}. ${pick(random, SPAM)}!`,
});

/** A network of its own for every visitor: the flood checks are about each alone. Source of the prefix: RFC 3849. */
export const visitorAddress = (visitor: number): string =>
  `2001:db8:${(visitor >>> 16).toString(16)}:${(visitor & 0xffff).toString(16)}::1`;

const person = (random: Random) => {
  const [given, family] = [pick(random, GIVEN), pick(random, FAMILY)];
  return {
    author: `${given} ${family}`,
    email: `${given}.${digits(random)}@example.fr`
      .normalize('NFD')
      .replace(/[^\w.@]/g, '')
      .toLowerCase(),
  };
};

const digits = (random: Random) => String(10 + Math.floor(random() * 99_990));
const year = (random: Random) => 1960 + Math.floor(random() * 65);

function list(words: string, separator = ' '): readonly string[] {
  return words.split(separator);
}
