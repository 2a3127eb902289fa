import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentId } from '../../../src/comment/comment.ts';
import { readingOrder, threadsOf } from '../../../src/comment/display/threads.ts';

/** `a` begins a thread; `ab` answers it, `abc` answers `ab`. A letter more is later. */
const ofPath = (path: string) => ({
  id: path as CommentId,
  root: path.slice(0, 1) as CommentId,
  ...(path.length === 1 ? {} : { parent: path.slice(0, -1) as CommentId }),
});

/** Each comment in the order it is read, after as many dots as it is deep. */
const drawn = (paths: readonly string[], depthMax = 5) =>
  threadsOf(paths.map(ofPath), depthMax)
    .flat()
    .flatMap(readingOrder)
    .map(({ comment, depth }) => '.'.repeat(depth - 1) + comment.id);

test('a reply stands under what it answers, oldest first', () => {
  expect(drawn(['a', 'ab', 'ac', 'abd', 'b'])).toEqual(['a', '.ab', '..abd', '.ac', 'b']);
});

test('what answers the deepest stands beside it, after it', () => {
  expect(drawn(['a', 'ab', 'abc', 'abcd', 'abcde', 'ac'], 3)).toEqual([
    ...['a', '.ab', '..abc', '..abcd', '..abcde'],
    '.ac',
  ]);
});

test('a reply whose parent the page has not stands under the thread’s first comment, or first where that is missing too', () => {
  expect(drawn(['a', 'abc', 'abcd'])).toEqual(['a', '.abc', '..abcd']);
  expect(drawn(['abc', 'abcd', 'abd'])).toEqual(['.abc', '..abcd', '.abd']);
});

test('a thread’s first comment comes first, whatever clocks said', () => {
  const late = { id: 'z' as CommentId, root: 'z' as CommentId };
  const early = { id: 'y' as CommentId, root: 'z' as CommentId, parent: 'z' as CommentId };
  const [thread = []] = threadsOf([early, late], 5);
  expect(thread.flatMap(readingOrder).map(({ comment, depth }) => [comment.id, depth])).toEqual([
    ['z', 1],
    ['y', 2],
  ]);
});

test('whatever the answers, each comment is drawn once and none too deep', () => {
  const paths = fc.uniqueArray(fc.stringMatching(/^[ab][a-d]{0,8}$/), { maxLength: 40 });
  fc.assert(
    fc.property(paths, fc.integer({ min: 2, max: 10 }), (all, depthMax) => {
      const branches = threadsOf(all.map(ofPath), depthMax).flat().flatMap(readingOrder);
      expect(branches.map(({ comment }) => comment.id).toSorted()).toEqual(all.toSorted());
      expect(Math.max(1, ...branches.map(({ depth }) => depth))).toBeLessThanOrEqual(depthMax);
    }),
  );
});
