import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../../src/comment/policy.ts';
import { distance, LETTERS_MIN, minHash } from '../../../src/screening/text/minhash.ts';
import { codePoint } from '../../characters.ts';

const { bitsMax } = defaultPolicy.nearDuplicate;

const vocabulary = {
  French: `le de la et les des en un que une est pour qui dans a par plus pas au sur ne se ce il sont avec comme mais
    on nous vous cette être fait ont aussi leur bien deux peut même sans tout encore entre après avant temps depuis
    article train retard gare ville maire école élèves parents enfants travail salaire impôts gouvernement ministre
    retraite grève voiture vélo rue quartier voisins bruit marché pain prix hausse énergie climat chaleur été hiver
    pluie forêt pompiers hôpital médecin santé budget argent banque entreprise usine agriculture lait terre eau rivière
    pêche plage montagne football match victoire cinéma musique concert livre journaliste lecteur commentaire question
    réponse problème solution histoire guerre paix merci bravo dommage intéressant important simple nouveau grand beau
    cher gratuit vrai juste possible public prendre donner dire voir savoir penser croire trouver comprendre attendre
    rester partir changer payer acheter construire`,
  English: `the of and to a in that is was he for it with as his on be at by had not are but from or have an they which
    one you were her all she there would their we him been has when who will more if out so said what up its about
    into than them can only other new some could time these two may then do first any my now such like our over even
    most made after also did many before must through article train station school teacher pupils parents children
    council mayor street neighbours noise market bread price energy climate heat winter rain forest hospital doctor
    nurse budget money bank company workers factory farming milk river fishing tourism beach mountain football match
    victory film music concert book author journalist reader comment question answer problem solution reason story
    think know believe wait change pay buy build remember understand thanks wrong right expensive beautiful`,
};

/** A seeded generator: the same numbers on every machine. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

describe.each(Object.entries(vocabulary))('in %s', (_, words) => {
  const known = words.split(/\s+/);
  const next = numbers(20_260_512);
  const aWord = () => known[Math.floor(known.length * next() ** 1.7)] ?? '';
  const aComment = (length: number) => Array.from({ length }, aWord);
  const bits = (text: readonly string[]) => minHash(text.join(' '))?.bits ?? 0n;
  const sample = Array.from({ length: 1_000 }, () => aComment(30));

  test('recognises at least 99 of 100 comments of thirty words after one word is changed', () => {
    const found = sample.filter((text) => {
      const changed = text.with(Math.floor(next() * text.length), aWord());
      return distance(bits(text), bits(changed)) <= bitsMax;
    });

    expect(found.length).toBeGreaterThanOrEqual(990);
  });

  test('never takes two different comments for near duplicates', () => {
    const nearest = sample.slice(1).map((text, nth) => distance(bits(text), bits(sample[nth] ?? [])));

    expect(Math.min(...nearest)).toBeGreaterThan(bitsMax);
  });

  test('tells long comments apart as well', () => {
    const long = Array.from({ length: 30 }, () => bits(aComment(150)));
    const distances = long.flatMap((one, nth) => long.slice(nth + 1).map((other) => distance(one, other)));

    expect(Math.min(...distances)).toBeGreaterThan(bitsMax);
  });
});

test('ignores what spammers vary: case, accents, digits, punctuation, links and invisible characters', () => {
  const text = 'Gagnez 500 euros par jour sans travailler, écrivez-moi sur https://a.example/1 !';
  const varied = 'GAGNEZ 900 EUROS par jour — sans tra\u200Bvailler. Ecrivez moi sur http://b.example/2?x';

  expect(minHash(varied)).toEqual(minHash(text));
});

test('does not compare short texts, which people may send by coincidence', () => {
  expect(minHash('Merci beaucoup !')).toBeUndefined();
  expect(minHash('a'.repeat(LETTERS_MIN - 1))).toBeUndefined();
  expect(minHash('a'.repeat(LETTERS_MIN))).toBeDefined();
});

test('the distance is a metric', () => {
  const word = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(distance(a, a)).toBe(0);
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
    }),
  );
  expect(distance(0n, 2n ** 64n - 1n)).toBe(64);
});

test('fits 64 and 32 bits, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, minLength: 60 }), (text) => {
      const { bits, exact } = minHash(text) ?? { bits: 0n, exact: 0 };
      expect(bits).toBe(BigInt.asUintN(64, bits));
      expect(exact).toBe(exact >>> 0);
    }),
  );
});
