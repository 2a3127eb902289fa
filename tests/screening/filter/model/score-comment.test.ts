import { expect, test } from '@jest/globals';
import { vectorOf } from '../../../../src/screening/filter/features/vector.ts';
import { logOdds } from '../../../../src/screening/filter/model/model.ts';
import { passageVectors, scoreOf } from '../../../../src/screening/filter/model/score-comment.ts';
import { shippedModel } from '../../../../src/screening/filter/model/shipped-model.ts';
import { read } from '../../../../src/screening/filter/reading/reading.ts';

const model = shippedModel();
const calm = (from: number) =>
  Array.from({ length: 60 }, (_, nth) => `La digue n° ${from + nth} a tenu cette nuit, voisin${nth}.`).join(
    ' ',
  );

test.each([
  ['a short comment', { text: 'Merci à tous.' }],
  [
    'a long one',
    {
      text: `${calm(0)} Jouez au casino en ligne, casino, bonus 500 € http://casino.example.xyz/free ${calm(60)}`,
      author: 'Maëlle Castel',
      url: 'https://castel.example.fr/',
      email: 'm@example.com',
      title: 'La digue',
    },
  ],
  [
    'one of ever other words',
    { text: Array.from({ length: 10_000 }, (_, nth) => String.fromCodePoint(0x4e00 + nth)).join('') },
  ],
])('a score is that of the vectors of the whole and of its passages, to the last bit: %s', (_, input) => {
  const { whole, worst } = scoreOf(model, input);
  expect(whole).toBe(logOdds(model, vectorOf(read(input))));
  const passages = passageVectors(input).map((vector) => logOdds(model, vector));
  expect(worst).toBe(Math.max(whole, ...passages));
});
