import { pick, pickByShare, type Random } from '../random.ts';
import type { Example } from './example.ts';
import { personName, personSite, signedBy } from './names.ts';

const list = (words: string): readonly string[] => words.split(' ');

const HOSTS = list(
  'fr.wikipedia.org en.wikipedia.org www.lemonde.fr www.legifrance.gouv.fr www.insee.fr www.franceinfo.fr www.bbc.co.uk ' +
    'www.nytimes.com www.theguardian.com github.com gist.github.com stackoverflow.com www.youtube.com youtu.be vimeo.com ' +
    'docs.python.org developer.mozilla.org www.openstreetmap.org www.flickr.com www.ouest-france.fr arxiv.org imgur.com ' +
    'www.senat.fr data.gouv.fr www.service-public.fr news.ycombinator.com bugs.debian.org www.ameli.fr www.snopes.com',
);
const PATHS = list(
  'wiki/Histoire wiki/Climate_change article/2024/03/12/budget watch?v=dQw4w9WgXcQ questions/11227809 issues/42 pull/7 ' +
    'news/world-europe-12345 a/3 blog/2012/08/30/notes statistiques/4277619 p/what-we-learned doc/latest files/report.pdf ' +
    'forum/viewtopic.php?t=12 2013/03/my-trip.html about archives/2009/05/ photo/1234 browse/trunk/src/main.c search?q=lot',
);
const LEADS = [
  ...[
    'Voir',
    'Source :',
    'Cf.',
    'Lien :',
    'À lire aussi :',
    'Tout est là :',
    'Les chiffres sont ici :',
    'Plus de détails :',
  ],
  ...[
    'See',
    'Source:',
    'Have a look at',
    'More here:',
    'From the docs:',
    'I wrote about it here:',
    'Details:',
    'cf.',
  ],
  ...[
    'I put the code at',
    'They explain it at',
    'Here is a photo:',
    'Reblogged this on',
    'Siehe',
    'Veja',
    '',
  ],
];

/** Share that is always French, so that long French texts do not look unusual. */
const FRENCH_SHARE = 0.35;

const reference = (random: Random): string =>
  `http${random() < 0.6 ? 's' : ''}://${pick(random, HOSTS)}/${pick(random, PATHS)}`;

/** A link as typed, or as old blogs store it. */
const linkTo = (address: string, random: Random): string =>
  pickByShare(random, [
    [0.55, address],
    [
      0.05,
      `<img src="${address}.jpg" alt="${pick(random, ['photo', 'image', 'mon bureau', 'my desk', ''])}" />`,
    ],
    [0.2, `<a href="${address}" rel="nofollow">${address}</a>`],
    [0.1, `<a href="${address}">${pick(random, ['here', 'ici', 'this', 'cet article', 'the manual'])}</a>`],
    [0.1, address.replace(/^https?:\/\//, '')],
  ]);

const withLink = (text: string, random: Random): string => {
  const own = random() < 0.15 ? personSite(random, personName(random)) : reference(random);
  const link = `${pick(random, LEADS)} ${linkTo(own, random)}`.trim();
  return random() < 0.8 ? `${text}${pick(random, [' ', '\n', '\n\n'])}${link}` : `${link}\n${text}`;
};

/** Joins short honest comments of one language into longer ones, some with a link to a source, signed by people. */
export const longerHonest = (
  honest: readonly Example[],
  count: number,
  random: Random,
): readonly Example[] => {
  const byLanguage = Map.groupBy(honest, ({ language }) => language);
  const french = byLanguage.get('fr') ?? honest;
  return Array.from({ length: honest.length === 0 ? 0 : count }, (_, nth) => {
    const first = pick(random, random() < FRENCH_SHARE ? french : honest);
    const same = byLanguage.get(first.language) ?? [first];
    const more = Array.from(
      { length: pick(random, [0, 0, 1, 2, 3, 5, 8]) },
      () => pick(random, same).input.text,
    );
    const joined = [first.input.text, ...more].join(pick(random, [' ', '\n', '\n\n', '<br>']));
    return {
      ...first,
      set: 'honest',
      group: `honest ${nth}`,
      input: {
        ...first.input,
        text: random() < 0.4 ? withLink(joined, random) : joined,
        ...signer(random),
      },
    };
  });
};

/** A person, one in three with a page of their own. */
const signer = (random: Random): Pick<Example['input'], 'author' | 'url'> => {
  const name = personName(random);
  if (random() >= 0.35) return { author: name };
  const url = personSite(random, name);
  return { author: signedBy(random, name, url), url };
};
