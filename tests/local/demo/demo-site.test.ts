import { expect, test } from '@jest/globals';
import { withLocalOrigins } from '../../../local/demo/demo-site.ts';

test('a new port takes the place of the old one among the origins, and others stay', () => {
  expect(withLocalOrigins([], 4000)).toEqual(['http://127.0.0.1:4000', 'http://localhost:4000']);
  expect(
    withLocalOrigins(['https://www.example.fr', 'http://127.0.0.1:4000', 'http://localhost'], 5000),
  ).toEqual(['http://127.0.0.1:5000', 'http://localhost:5000', 'https://www.example.fr']);
});

test('the port of HTTP is no part of an origin', () => {
  expect(withLocalOrigins(['http://127.0.0.1:4000'], 80)).toEqual(['http://127.0.0.1', 'http://localhost']);
});
