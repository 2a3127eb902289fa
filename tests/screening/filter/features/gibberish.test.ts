import { expect, test } from '@jest/globals';
import { gibberishIn, isGibberish } from '../../../../src/screening/filter/features/gibberish.ts';

test.each(['qzvkf', 'xkjwqtrb', 'dfgdfg', 'qsdqsd', 'zxcvb', 'vqlpxo', 'GvrPpYNk', 'RvbKtqzW', 'xkjWqTrb'])(
  'nobody speaks %s',
  (word) => {
    expect(isGibberish(word)).toBe(true);
  },
);

test.each([
  'bonjour',
  'szczegolnie',
  'handschuh',
  'israel',
  'lizard',
  'DotNetNuke',
  'kjaerlighed',
  'kubernetes',
  'html',
  'ptdr',
  'SNCF',
  'CNRS',
])('%s can be pronounced', (word) => {
  expect(isGibberish(word)).toBe(false);
});

test('judges only words in plain Latin letters', () => {
  expect(gibberishIn('qzvkf привет été żółw ok déjà')).toEqual({ words: 1, odd: 1 });
  expect(gibberishIn('qzvkf été qzvkfé éqzvkf qzvkfªn déjà')).toEqual({ words: 1, odd: 1 });
});
