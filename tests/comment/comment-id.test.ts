import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  bytesOf,
  commentIdOf,
  firstIdAt,
  idAt,
  isCommentId,
  newCommentId,
  timeOf,
} from '../../src/comment/comment-id.ts';

const TIME_MAX = 2 ** 48 - 1;
const time = fc.integer({ min: 0, max: TIME_MAX });
const tag = fc.uint8Array({ minLength: 10, maxLength: 10 });
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

test('an id holds a moment and ten bytes, and gives both back', () => {
  fc.assert(
    fc.property(time, tag, (moment, mark) => {
      const id = newCommentId(moment, mark);
      expect(isCommentId(id)).toBe(true);
      expect(timeOf(id)).toBe(moment);
      expect([...bytesOf(id).subarray(6)]).toEqual([...mark]);
    }),
  );
});

test('an id is sixteen bytes in other letters', () => {
  fc.assert(
    fc.property(bytes, (all) => {
      expect([...bytesOf(commentIdOf(all))]).toEqual([...all]);
      expect(commentIdOf(all)).toHaveLength(26);
    }),
  );
});

test('an id sorts as its bytes do, so by time', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(order(commentIdOf(one), commentIdOf(other))).toBe(Buffer.compare(one, other));
    }),
  );
  fc.assert(
    fc.property(time, time, tag, tag, (one, other, mark, another) => {
      fc.pre(one !== other);
      expect(order(newCommentId(one, mark), newCommentId(other, another))).toBe(Math.sign(one - other));
    }),
  );
});

test('everything from a moment on sorts at or after its first id, and nothing before', () => {
  fc.assert(
    fc.property(time, tag, time, (moment, mark, from) => {
      expect(newCommentId(moment, mark) >= firstIdAt(from)).toBe(moment >= from);
    }),
  );
  expect(firstIdAt(-5)).toBe('0'.repeat(26));
});

test('an id keeps its tag at another time', () => {
  fc.assert(
    fc.property(time, time, tag, (moment, later, mark) => {
      expect(idAt(later, newCommentId(moment, mark))).toBe(newCommentId(later, mark));
    }),
  );
});

test('what is written in any other way is no id', () => {
  const id = newCommentId(1_700_000_000_000, Buffer.alloc(10, 1));
  const others = [id.toLowerCase(), ` ${id}`, `${id}\n`, id.slice(1), `${id}0`, '8'.padEnd(26, '0'), ''];
  for (const text of [...others, id.replace(/.$/, 'U'), id.replace(/.$/, 'I'), id.replace(/.$/, 'é')])
    expect([text, isCommentId(text)]).toEqual([text, false]);
  expect(isCommentId(`7${'Z'.repeat(25)}`)).toBe(true);
});
