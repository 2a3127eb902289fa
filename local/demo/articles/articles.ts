import { type DemoArticle, spaced } from './article.ts';
import { briefs } from './briefs.ts';

const halle: DemoArticle = {
  language: 'fr',
  path: '/fr/',
  slug: 'la-halle-de-valrive-rouvre',
  section: 'Vie locale',
  title: 'À Valrive, la halle rouvre et le marché rentre chez lui',
  lead: 'Après trois ans de chantier et deux hivers sous des barnums, les commerçants ont retrouvé samedi leurs emplacements. La charpente est sauvée, la facture a doublé, et la question du stationnement reste entière.',
  author: 'Camille Aubrée',
  published: '2026-03-14',
  paragraphs: [
    'À six heures et quart, Odile Marchenoir déballait déjà ses cagettes sous la lumière neuve des lanternes. « Je suis revenue à ma place, celle de ma mère, troisième pilier à gauche », raconte la maraîchère, qui avait fini par croire que le chantier lui survivrait. Derrière elle, les tréteaux claquent sur le pavé et l’odeur du pain chaud remonte l’allée centrale.',
    'La halle, bâtie en 1871, menaçait de s’ouvrir comme un livre : deux fermes de la charpente avaient glissé de leurs sabots. Les compagnons ont démonté, numéroté puis remonté cent quarante pièces de chêne, dont onze seulement ont dû être remplacées. « Nous avons travaillé avec des relevés faits à la corde et au niveau laser, à vingt mètres de distance l’un de l’autre », s’amuse le chef de chantier, Idriss Belkhadem.',
    'L’addition, elle, fait moins sourire. Annoncés à 1,9 million d’euros, les travaux en auront coûté 3,8. La découverte d’une cave voûtée sous le perron nord explique une part du dérapage, la hausse du prix du bois une autre. La commune a emprunté sur vingt ans ; l’opposition demande que le détail des avenants soit affiché en mairie.',
    'Pour les trente-deux commerçants, le retour se paie aussi d’un nouveau règlement. Les moteurs doivent être coupés avant sept heures, les emballages repartent avec leur propriétaire et le droit de place augmente de huit centimes par mètre. « C’est le prix d’un toit qui ne goutte plus », tranche le fromager Théo Langlade, qui dit avoir perdu un tiers de sa clientèle pendant l’exil sur le parking de la gare.',
    'Reste la voiture. Vingt-six places ont disparu au profit d’un parvis planté de tilleuls, et les riverains de la rue des Tanneurs voient tourner les conducteurs dès neuf heures. La mairie promet une navette gratuite depuis le stade à partir du mois d’avril, toutes les douze minutes. Personne, samedi, ne savait encore qui la conduirait.',
    'En fin de matinée, la fanfare municipale a joué sous le lanternon, un peu faux, très fort. Odile Marchenoir avait vendu toutes ses blettes. Elle a replié sa nappe, regardé le pilier, et glissé dans une fente du bois neuf une pièce de cinq centimes. « Pour que ça tienne », a\u2011t\u2011elle dit.',
  ].map(spaced),
};

const bus: DemoArticle = {
  language: 'en',
  path: '/en/',
  slug: 'the-night-bus-is-back',
  section: 'Local life',
  title: 'The night bus is back, and so is the valley after dark',
  lead: 'Line 9 stopped running six years ago and took the late shifts, the band practice and the last pint with it. Since Friday it runs again, every ninety minutes until three.',
  author: 'Rowan Hale',
  published: '2026-03-12',
  paragraphs: [
    'At 11.40 p.m. the doors fold open outside the hospital and eleven people step in out of the sleet. Nobody says much. Then the driver, Maureen Tapley, calls out “Next stop: your own bed”, and the whole bus laughs as if it had been waiting to.',
    'When the line was cut, the county counted an average of four passengers a trip. What it did not count, says Tapley, who drove the last run as well, were the people who needed to know the bus was there in case. “Four got on. Forty planned their evening around it.”',
    'The new service exists because three villages decided to pay for a spreadsheet. A retired timetabler, two nurses and the landlord of the Fleece spent a winter asking employers along the valley when their shifts really end. The answer, it turned out, was almost never on the hour, which is when the old bus left.',
    'So Line 9 now departs at odd times on purpose: 10.10, 11.40, 1.10 and 2.40. The bakery has moved its night start by ten minutes to meet it. The cinema has brought its late showing forward by a quarter of an hour. Between them, the two changes fill a dozen seats.',
    'Money is the open question. The county has promised one year, the employers a second, and fares cover barely a third of the cost. A single is two pounds, and students ride free after midnight. If the average stays under nine passengers by next March, the line will be looked at again.',
    'On Friday it was fourteen. The last of them got off at Upper Cleave at ten past three, where the road ends and the bus turns round in the chapel yard. Tapley waited with her headlights on the footpath until a window lit up at the far end of it. Then she drove back down, empty, and on time.',
  ],
};

/** Two that have much to talk about, and eight that have little. */
export const demoArticles: readonly DemoArticle[] = [halle, bus, ...briefs];
