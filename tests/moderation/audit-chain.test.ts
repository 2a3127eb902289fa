import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flawsOf, type Link, linkAfter, type Trail, unsealedOf } from '../../src/moderation/audit-chain.ts';
import { createDigests } from '../../src/tokens/digests.ts';

const digest = createDigests(new Uint8Array(32).fill(7)).audit;
const anEvent = (comment: string, version: number, text = 'approve') => ({
  ...{ name: `E#${version}#${comment}#${version}`, text, comment, version },
});

/** A trail as the stream leaves it: some events in each link. */
const sealed = (sizes: readonly number[]): Trail => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const events = Array.from({ length: total }, (_, at) => anEvent(`c${at % 3}`, Math.floor(at / 3) + 1));
  const links: Link[] = [];
  let from = 0;
  for (const size of sizes) {
    links.push(linkAfter('demo#a', links.at(-1), events.slice(from, from + size), digest));
    from += size;
  }
  const comments = ['c0', 'c1', 'c2'].flatMap((comment) => {
    const version = events.filter((event) => event.comment === comment).length;
    return version > 0 ? [{ comment, version }] : [];
  });
  return { trail: 'demo#a', events, links, comments };
};
const kindsOf = (trail: Trail) => [...new Set(flawsOf(trail, digest).map(({ kind }) => kind))];
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
const without = <T>(all: readonly T[], at: number) => all.toSpliced(at % all.length, 1);

test('a trail that nobody touched has no flaw, however its events are spread over links', () => {
  fc.assert(fc.property(sizes, (some) => expect(flawsOf(sealed(some), digest)).toEqual([])));
});

test('whatever event is changed after it was sealed is found', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.string(), (some, at, text) => {
      fc.pre(text !== 'approve');
      const { events, ...trail } = sealed(some);
      const place = at % events.length;
      const changed = events.with(place, { ...(events[place] as (typeof events)[number]), text });
      expect(kindsOf({ ...trail, events: changed })).toEqual(['changed']);
    }),
  );
});

test('whatever event is taken away after it was sealed is found, and so is the version it made', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (some, at) => {
      const { events, ...trail } = sealed(some);
      expect(kindsOf({ ...trail, events: without(events, at) })).toEqual(['removed', 'gap']);
    }),
  );
});

test('a link that is taken away is found, unless it is the last, whose events are then unsealed', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (some, at) => {
      const { links, ...trail } = sealed(some);
      const isLast = at % links.length === links.length - 1;
      expect(kindsOf({ ...trail, links: without(links, at) })).toEqual(
        isLast ? ['unsealed'] : ['broken', 'unsealed'],
      );
    }),
  );
});

test('a chain made anew without the key does not fit', () => {
  const other = createDigests(new Uint8Array(32).fill(8)).audit;
  const { events, ...trail } = sealed([2, 2]);
  const links = [linkAfter('demo#a', undefined, events, other)];
  expect(kindsOf({ ...trail, events, links })).toEqual(['changed', 'broken']);
});

test('links of another trail do not fit, though its events look alike', () => {
  expect(kindsOf({ ...sealed([3]), trail: 'demo#b' })).toEqual(['changed', 'broken']);
});

test('two events that made the same version are a fork, and a version without one is a gap', () => {
  const trail = sealed([3]);
  const twice = { ...anEvent('c0', 1, 'reject'), name: 'E#9#c0#1' };
  expect(flawsOf({ ...trail, events: [...trail.events, twice] }, digest)).toEqual([
    { kind: 'fork', trail: 'demo#a', at: 'c0#1' },
    { kind: 'unsealed', trail: 'demo#a', at: 'E#9#c0#1' },
  ]);
  const comments = [{ comment: 'c0', version: 3 }, ...trail.comments.slice(1)];
  expect(flawsOf({ ...trail, comments }, digest)).toEqual([
    { kind: 'gap', trail: 'demo#a', at: 'c0#2' },
    { kind: 'gap', trail: 'demo#a', at: 'c0#3' },
  ]);
});

test('a site’s own events belong to no comment, so that none of their numbers is missing', () => {
  const events = [{ name: 'E#01', text: 'ban' }];
  const links = [linkAfter('~E#demo', undefined, events, digest)];
  expect(flawsOf({ trail: '~E#demo', events, links, comments: [] }, digest)).toEqual([]);
  expect(unsealedOf([...events, { name: 'E#02' }], links)).toEqual([{ name: 'E#02' }]);
});

const told = (
  ...actions: readonly (readonly [action: string, before: string | undefined, after?: string])[]
) => actions.map(([action, before, after], at) => ({ ...anEvent('c0', at + 1), action, before, after }));
test.each([
  ['was published', told(['screen', undefined, 'approved']), 'gone'],
  [
    'was published by a moderator',
    told(['screen', undefined, 'pending'], ['approve', 'pending', 'approved']),
    'gone',
  ],
  [
    'was published, and removed by the calendar as they say',
    told(['screen', undefined, 'approved'], ['remove', 'approved']),
    'gone',
  ],
  [
    'was erased, which leaves a place',
    told(['screen', undefined, 'pending'], ['erase', 'pending', 'withdrawn']),
    'gone',
  ],
  [
    'was erased, and removed as they say',
    told(['screen', undefined, 'spam'], ['erase', 'spam', 'withdrawn'], ['remove', 'withdrawn']),
    'gone',
  ],
  ['waited, and may be due', told(['screen', undefined, 'pending']), 'unsealed'],
  ['waited, and was removed', told(['screen', undefined, 'pending'], ['remove', 'pending']), undefined],
  [
    'was withdrawn, and was removed',
    told(['screen', undefined, 'approved'], ['withdraw', 'approved', 'withdrawn'], ['remove', 'withdrawn']),
    undefined,
  ],
])('a comment that is not there and %s', (_, events, kind) => {
  const links = [linkAfter('demo#a', undefined, events, digest)];
  const flaws = flawsOf({ trail: 'demo#a', events, links, comments: [] }, digest);
  expect(flaws.map((flaw) => flaw.kind)).toEqual(kind === undefined ? [] : [kind]);
});
