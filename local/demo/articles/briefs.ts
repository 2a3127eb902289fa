import { type DemoArticle, spaced } from './article.ts';

type Brief = Omit<DemoArticle, 'language' | 'path'>;

const french: readonly Brief[] = [
  {
    slug: 'la-navette-du-stade-cherche-son-conducteur',
    section: 'Transports',
    title: 'La navette du stade cherche son conducteur',
    lead: 'Le minibus est livré, les arrêts sont peints, les horaires imprimés. Il manque quelqu’un au volant.',
    author: 'Hugo Santerre',
    published: '2026-03-16',
    paragraphs: [
      'La commune a reçu deux candidatures en trois semaines, dont l’une s’est retirée en découvrant l’heure de la première rotation : six heures dix. « On ne demande pas la lune, on demande le permis D », résume l’adjointe aux mobilités.',
      'En attendant, les commerçants de la halle ont proposé de se relayer le samedi avec leurs propres camionnettes. La préfecture a répondu par un courrier de quatre pages, que personne n’a encore fini de lire.',
    ],
  },
  {
    slug: 'vingt-deux-tilleuls-pour-un-parvis',
    section: 'Environnement',
    title: 'Vingt-deux tilleuls pour un parvis',
    lead: 'Plantés mardi sous la pluie, ils donneront de l’ombre dans douze ans. Le banc, lui, est déjà là.',
    author: 'Camille Aubrée',
    published: '2026-03-15',
    paragraphs: [
      'Les arbres viennent d’une pépinière à trente kilomètres et mesurent quatre mètres. Ils seront arrosés à la main les deux premiers étés, avec l’eau du toit de la halle, recueillie dans la cave voûtée que le chantier avait mise au jour.',
      'Des riverains redoutent le miellat sur les voitures. « Il n’y a plus de places, il n’y aura donc plus de voitures », répond le service des espaces verts, qui a de l’humour.',
    ],
  },
  {
    slug: 'la-bibliotheque-ouvre-le-dimanche',
    section: 'Culture',
    title: 'La bibliothèque ouvre le dimanche, et le chauffage aussi',
    lead: 'De quatorze à dix-huit heures, jusqu’à la fin d’avril. On y vient pour lire, et pour avoir chaud.',
    author: 'Nour Abiven',
    published: '2026-03-10',
    paragraphs: [
      'Le premier dimanche, cent douze personnes ont passé la porte, deux fois plus qu’un samedi. La salle des périodiques a manqué de chaises dès quinze heures.',
      'Les deux emplois nécessaires sont payés par le département pour six mois. Ensuite, dit la directrice, « il faudra compter les lecteurs, et compter sur eux ».',
    ],
  },
  {
    slug: 'le-remouleur-revient-en-avril',
    section: 'Commerces',
    title: 'Le rémouleur revient en avril',
    lead: 'Il s’installera le premier samedi du mois côté rue des Tanneurs, près de la fontaine.',
    author: 'Hugo Santerre',
    published: '2026-03-09',
    paragraphs: [
      'Trois ans que les couteaux de Valrive attendaient. L’artisan, parti aiguiser ceux de la côte, a gardé sa meule et son tarif : quatre euros la lame.',
      'Il ne prendra ni rendez-vous ni carte bancaire.',
    ],
  },
];

const english: readonly Brief[] = [
  {
    slug: 'the-bakery-moves-its-night',
    section: 'Business',
    title: 'The bakery moves its night by ten minutes',
    lead: 'Shifts at Holm’s now start at 11.50 p.m., so that the bus can bring them.',
    author: 'Priya Nand',
    published: '2026-03-13',
    paragraphs: [
      'It took a vote, a new rota and a talk with the flour mill, whose lorry arrives at midnight. Nineteen of the twenty-one bakers said yes; the other two live across the road.',
      'The first loaves came out at a quarter past three, as they always have. Nobody has noticed a difference except, says the night manager, that people now arrive awake.',
    ],
  },
  {
    slug: 'a-lamp-for-the-chapel-yard',
    section: 'Local life',
    title: 'A lamp for the chapel yard',
    lead: 'The place where Line 9 turns round will be lit until the last bus has gone, and dark again for the owls.',
    author: 'Rowan Hale',
    published: '2026-03-11',
    paragraphs: [
      'The lamp switches on when the bus is five minutes away and off when it leaves. Two volunteers wired it in an afternoon, with parts that cost less than a month of diesel.',
      'The parish council had asked for floodlights. The owls, represented by a retired teacher with a folder, were heard first.',
    ],
  },
  {
    slug: 'the-fleece-keeps-its-clock',
    section: 'History',
    title: 'The Fleece keeps its clock five minutes fast',
    lead: 'It was meant to get drinkers to the old bus. It still does, for the new one.',
    author: 'Tom Averill',
    published: '2026-03-08',
    paragraphs: [
      'The landlord inherited the habit with the keys in 1998. Regulars subtract; visitors hurry. “Either way nobody misses it,” he says.',
      'A proposal to set it right was put to the bar in February and lost, forty to none.',
    ],
  },
  {
    slug: 'the-county-counts-again',
    section: 'Transport',
    title: 'The county counts again, properly this time',
    lead: 'Surveyors will ride every trip for a fortnight, and also ask those who stayed at home.',
    author: 'Priya Nand',
    published: '2026-03-06',
    paragraphs: [
      'The last survey counted heads on four evenings in January. This one asks what people would have done without the bus, and whether they planned around it without taking it.',
      'Results are due in June. The form fits on one side of a postcard.',
    ],
  },
];

/** Has no comments, or thousands. */
export const longArticle: DemoArticle = {
  language: 'fr',
  path: '/fr/le-fil-des-lecteurs/',
  slug: 'le-fil-des-lecteurs',
  section: 'Débat',
  title: 'Le fil des lecteurs',
  lead: spaced('Une question, et toute la place qu’il faut : que faire des vingt-six places disparues ?'),
  author: 'La rédaction',
  published: '2026-03-17',
  paragraphs: ['Les réponses se suivent, page après page.'],
};

/** Short articles that little or nothing was said about. */
export const briefs: readonly DemoArticle[] = [
  ...french.map((brief) => ({
    ...brief,
    language: 'fr' as const,
    path: `/fr/${brief.slug}/`,
    lead: spaced(brief.lead),
    title: spaced(brief.title),
    paragraphs: brief.paragraphs.map(spaced),
  })),
  ...english.map((brief) => ({ ...brief, language: 'en' as const, path: `/en/${brief.slug}/` })),
];
