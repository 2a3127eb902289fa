import { expect, test } from '@jest/globals';
import { findAbuse } from '../../../../src/screening/filter/abuse/find-abuse.ts';

test.each([
  ['Espèce de connard, va', 'connard'],
  ['Le maire est un c0nnard', 'connard'],
  ['Bande de s a l a u d s', 'salauds'],
  ['Fils de pute !', 'fils de pute'],
  ['Gros f.d.p', 'gros f d p'],
  ['You are such a moron and you know it', 'moron'],
  ['shut the fuck up', 'shut the fuck up'],
])('finds the insult in: %s', (text, term) => {
  expect(findAbuse(text)).toContain(term);
});

test.each([
  ...[
    'salopards',
    'conards',
    'gouines',
    'abruties',
    'enculées',
    'pétasses',
    'les bamboulas',
    'mongoliens',
    'mongoliennes',
  ],
  ...['branleuses', 'douchebags', 'trannies', 'bitches', 'jackasses', 'fucker'],
])('finds a plural or a feminine: %s', (text) => {
  expect(findAbuse(text)).toEqual([text.normalize('NFD').replace(/\p{M}/gu, '')]);
});

test.each([
  'sales arabes',
  'sale juive',
  'vos gueules',
  'va te faire enculer',
  'débiles mentaux',
  'Ferme-la !',
])('finds the phrase: %s', (text) => {
  expect(findAbuse(text)).toHaveLength(1);
});

test.each([
  ...[
    'Sac à merde',
    'Abruti à lunettes',
    'Connard à Brest',
    'Enculé, on a compris',
    'Or on a affaire à un abruti',
  ],
  ...['No pasarán, connards !', 'Connard ! Made in France.', 'Quel moron'],
])('finds it in whatever language the text seems to be: %s', (text) => {
  expect(findAbuse(text)).toHaveLength(1);
});

test.each([
  ...[
    'Sale nègre',
    'T’es un bâtard',
    'Bande de mongols',
    'Espèce de gogol',
    'Sales pd',
    'Gros fdp',
    'TG !',
    'Bande d’enfoirés',
  ],
  ...['You bastard', 'Stupid retards', 'He’s a prick', 'Dirty spics'],
])('takes a word with an everyday meaning for an insult where it can be nothing else: %s', (text) => {
  expect(findAbuse(text)).not.toEqual([]);
});

test.each([
  ...[
    'Le train est en retard, comme toujours.',
    'Le maire ment, qu’il démissionne !',
    'Des connardises, voilà tout',
  ],
  ...[
    'Il me faut une tapette à mouches',
    'That is a shitty situation for the town',
    'Il ferme la boulangerie en août',
  ],
  ...[
    'La ferme la plus proche',
    'Mon pneu a crevé',
    'Les Enfoirés viennent à Brest',
    'NTM aux Vieilles Charrues',
  ],
  ...[
    'Un pain bâtard',
    'Gogol a écrit',
    'Un cavalier mongol',
    'Le train TG, voie 3',
    'TG voie 3',
    'Le PD de l’hôpital',
  ],
  ...['10 € fdp (frais de port)', 'Place du Nègre', 'Du linge sale blanc et noir', 'Faire la bamboula'],
  ...['Retard of ignition', 'A spastic colon', 'Spic and span', 'A bastard sword', 'The prick of the needle'],
])('finds none in: %s', (text) => {
  expect(findAbuse(text)).toEqual([]);
});
