import { expect, test } from '@jest/globals';
import { honestComment, visitorAddress } from '../../bench/comments.ts';
import { verdictOn } from '../../bench/stored-comment.ts';
import { randomFrom } from '../../training/random.ts';

const COMMENTS = 500;

test('honest comments differ, and wait for a moderator without being called spam', () => {
  const random = randomFrom(5);
  const written = Array.from({ length: COMMENTS }, () => honestComment(random));
  expect(new Set(written.map(({ text }) => text)).size).toBe(COMMENTS);
  const outcomes = new Set(written.map((comment) => verdictOn(comment, random).outcome));
  expect([...outcomes]).toEqual(['hold']);
});

test('every visitor has a network of their own', () => {
  const networks = [1, 2, 65_535, 65_536, 131_072].map((visitor) => visitorAddress(visitor));
  expect(networks).toEqual([
    '2001:db8:0:1::1',
    '2001:db8:0:2::1',
    '2001:db8:0:ffff::1',
    '2001:db8:1:0::1',
    '2001:db8:2:0::1',
  ]);
});
