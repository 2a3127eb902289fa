import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentId } from '../../src/comment/comment.ts';
import {
  learned,
  type ModelUpdate,
  periodOf,
  type SiteMemory,
  startOf,
} from '../../src/screening/filter/site/site-memory.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { sumsOf } from '../../src/storage/dynamodb/codecs/learned-items.ts';
import { createLookUp } from '../../src/storage/dynamodb/guards/look-up.ts';
import { createStore, type Store } from '../../src/storage/dynamodb/store.ts';
import { openTable } from '../../src/storage/dynamodb/table.ts';
import type { Lesson, Memory } from '../../src/storage/learning-store.ts';
import { anId, aSite, NOW, withStore } from './with-store.ts';

const fixture = withStore();
const PERIOD = periodOf(NOW);
const DAY_S = 86_400;
/** A generator with a seed: buckets that are spread as hashes are. */
const bucketsOf = (seed: number, count: number): number[] => {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 21;
  });
};

const aChange = (
  n: number,
  change: Partial<ModelUpdate> & { readonly buckets?: number } = {},
): ModelUpdate => {
  const { buckets = 5, isSpam = n % 2 === 0, ...rest } = change;
  const steps = Object.fromEntries(bucketsOf(n, buckets).map((bucket) => [bucket, isSpam ? 301 : -287]));
  return { event: `gare#${anId(n)}#2`, period: PERIOD, isSpam, steps, ...rest };
};

let resets = 0;
const reset = (site: string): Promise<void> => {
  resets += 1;
  const event = { id: `reset-${resets}`, site, at: NOW, by: 'claire', subject: 'learned-filter' };
  return fixture.store.resetMemory({ ...event, action: 'reset-learning' });
};

/** What a submission to a site is judged by. */
const recalled = async (site: string, { lookUp }: Pick<Store, 'lookUp'> = fixture.store) => {
  const question = { site: aSite({ id: site }), article: 'gare', networkKey: 'reseau', id: anId(7) };
  return (
    await lookUp({ ...question, content: new Uint8Array(4), fingerprint: 'print', sameWithinMs: 0, now: NOW })
  ).learned;
};
const fetched = (site: string) => fixture.store.fetchMemory(site);
/** The comment of a change, whose event names its version. */
const refOf = (site: string, { event }: ModelUpdate) => {
  const [article = '', id = ''] = event.split('#');
  return { site, article, id: id as CommentId };
};
const versionOf = ({ event }: ModelUpdate) => Number(event.split('#').at(-1));
/** As the first decision on a comment. */
const teach = async (site: string, change: ModelUpdate, store: Store = fixture.store) => {
  const memory = await store.fetchMemory(site);
  const next = { version: versionOf(change), stands: { change, generation: memory.generation } };
  return store.saveLesson(refOf(site, change), { was: { version: 0 }, next }, memory);
};
/** Whatever the comment taught stands no more. */
const takeBack = async (site: string, change: ModelUpdate, store: Store = fixture.store) => {
  const ref = refOf(site, change);
  const [was, memory] = [await store.fetchLesson(ref), await store.fetchMemory(site)];
  return was && store.saveLesson(ref, { was, next: { version: was.version + 1 } }, memory);
};
const sum = (changes: readonly ModelUpdate[]): SiteMemory => changes.reduce(learned, [] as SiteMemory);
const keyOf = (site: string) => ({ pk: { S: `~M#${site}` }, sk: { S: 'M' } });
const lessonSk = (n: number) => ({ S: `L#gare#${anId(n)}` });
const stored = async (site: string) =>
  (
    await fixture.client.send(
      new GetItemCommand({ TableName: fixture.tableName, Key: keyOf(site), ConsistentRead: true }),
    )
  ).Item ?? {};
const put = (site: string, item: object) =>
  fixture.client.send(
    new PutItemCommand({ TableName: fixture.tableName, Item: { ...keyOf(site), ...item } as never }),
  );
/** The same table, seen at another time. */
const at = (time: number): Store =>
  createStore({
    tableName: fixture.tableName,
    send: fixture.send,
    report: (event) => fixture.reports.push(event),
    ttlMs: 0,
    now: () => time,
    parsePolicy: () => undefined as never,
  });
/** Length of names and values, as DynamoDB counts an item's size. */
const sizeOf = (item: Readonly<Record<string, { S?: string; N?: string }>>): number =>
  Object.entries(item).reduce(
    (size, [name, { S, N }]) => size + name.length + (S?.length ?? 0) + (N ? 1 + Math.ceil(N.length / 2) : 0),
    0,
  );

test('a site that nobody taught knows nothing', async () => {
  const nothing = { generation: 0, forgottenAt: 0, periods: [], faded: [], isDamaged: false };
  expect(await fetched('personne')).toEqual(nothing);
  expect(await recalled('personne')).toEqual([]);
});

test('adds what decisions teach, to each site its own', async () => {
  const changes = [aChange(1), aChange(2), aChange(3, { period: PERIOD - 1 }), aChange(4, { steps: {} })];
  for (const change of changes) expect(await teach('apprend', change)).toBeDefined();
  expect((await fetched('apprend')).periods).toEqual(sum(changes));
  expect(await recalled('apprend')).toEqual(sum(changes));
  expect((await fetched('autre')).periods).toEqual([]);
});

test('a decision teaches once, even when it would teach something else the second time', async () => {
  await teach('une-fois', aChange(1));
  const before = await stored('une-fois');
  expect(await teach('une-fois', aChange(1))).toBeUndefined();
  expect(await teach('une-fois', { ...aChange(2), event: aChange(1).event })).toBeUndefined();
  expect(await stored('une-fois')).toEqual(before);
});

test('takes back exactly what a comment taught, once', async () => {
  const [first, second] = [aChange(1), aChange(2)];
  await teach('retour', first);
  const before = await stored('retour');
  await teach('retour', second);
  expect((await takeBack('retour', second))?.periods).toEqual(sum([first]));
  const after = await stored('retour');
  for (const [name, value] of Object.entries(after))
    expect([name, value]).toEqual([name, before[name] ?? { N: '0' }]);
  expect((await fetched('retour')).periods).toEqual(sum([first]));

  await takeBack('retour', second);
  expect(await teach('retour', second)).toBeUndefined();
  await takeBack('retour', aChange(3));
  expect(await stored('retour')).toEqual(after);
});

test('puts what a later decision teaches in the place of what stood, and back, in one write', async () => {
  const [first, other] = [aChange(1), aChange(3)];
  const later = { ...aChange(2), event: `gare#${anId(1)}#3` };
  await teach('place', other);
  await teach('place', first);
  const was = (await fixture.store.fetchLesson(refOf('place', first))) as Lesson;
  const memory = await fetched('place');
  const stands = { change: later, generation: memory.generation };
  const next = { version: 3, stands, ...(was.stands ? { before: was.stands } : {}) };
  const after = await fixture.store.saveLesson(refOf('place', first), { was, next }, memory);
  expect(after?.periods).toEqual(sum([other, later]));
  expect((await fetched('place')).periods).toEqual(sum([other, later]));
  expect(await fixture.store.fetchLesson(refOf('place', first))).toEqual(next);

  const undone = { version: 4, ...(was.stands ? { stands: was.stands } : {}) };
  await fixture.store.saveLesson(refOf('place', first), { was: next, next: undone }, after as Memory);
  expect((await fetched('place')).periods).toEqual(sum([other, first]));
});

test('lists what an article’s comments taught, and not those of one whose name begins alike', async () => {
  const reply = aChange(1);
  await teach('liste', reply);
  await teach('liste', { ...aChange(2), event: `gare#nord#${anId(2)}#2` });
  expect([...(await fixture.store.listLessons('liste', 'gare')).lessons]).toEqual([
    [anId(1), { version: 2, stands: 2 }],
  ]);
  await reset('liste');
  expect([...(await fixture.store.listLessons('liste', 'gare')).lessons]).toEqual([
    [anId(1), { version: 2 }],
  ]);
});

describe('forgetting all', () => {
  test('empties the memory and raises its generation, and is nothing the second time', async () => {
    await teach('oubli', aChange(1));
    await reset('oubli');
    const empty = { generation: 1, forgottenAt: NOW, periods: [], faded: [], isDamaged: false };
    expect(await fetched('oubli')).toEqual(empty);
    await reset('oubli');
    expect(await fetched('oubli')).toEqual(empty);
    await reset('jamais-appris');
    expect(await stored('jamais-appris')).toEqual({});
  });

  test('what was taught before is neither taken back nor taught again', async () => {
    await teach('avant', aChange(1));
    await reset('avant');
    expect((await takeBack('avant', aChange(1)))?.periods).toEqual([]);
    expect(await teach('avant', aChange(1))).toBeUndefined();
    expect(await teach('avant', aChange(2))).toBeDefined();
    expect(await fetched('avant')).toMatchObject({ generation: 1, periods: sum([aChange(2)]) });
  });

  test('stops a lesson that was judged by what is forgotten', async () => {
    await teach('pendant', aChange(1));
    const memory = await fetched('pendant');
    await reset('pendant');
    const next = { version: 2, stands: { change: aChange(2), generation: memory.generation } };
    const step = { was: { version: 0 }, next };
    await expect(fixture.store.saveLesson(refOf('pendant', aChange(2)), step, memory)).rejects.toThrow(
      'forgot',
    );
    expect((await fetched('pendant')).periods).toEqual([]);
    expect(await teach('pendant', aChange(2))).toBeDefined();
  });
});

describe('periods', () => {
  test('that no longer count are not read, and leave with later lessons, some at a time', async () => {
    const old = Array.from({ length: 20 }, (_, n) => aChange(n, { buckets: 20 }));
    for (const change of old) await teach('saisons', change);
    const later = at(startOf(PERIOD + 4));
    const fresh = aChange(99, { period: PERIOD + 4 });
    const faded = Object.keys(await stored('saisons')).length - 2;
    expect(faded).toBeGreaterThan(300);
    expect(await later.fetchMemory('saisons')).toMatchObject({ periods: [], isDamaged: false });

    const numbers = [99, 98, 97, 96, 95];
    const changes = numbers.map((n) => ({ ...fresh, event: aChange(n).event }));
    for (const [nth, change] of changes.entries()) {
      expect(await teach('saisons', change, later)).toBeDefined();
      expect((await later.fetchMemory('saisons')).faded).toHaveLength(Math.max(0, faded - 100 * (nth + 1)));
    }
    expect((await later.fetchMemory('saisons')).periods).toEqual(sum(changes));
  });

  test('that no longer count are neither taken back nor taught', async () => {
    await teach('trop-tard', aChange(1));
    const later = at(startOf(PERIOD + 4));
    const before = await stored('trop-tard');
    await takeBack('trop-tard', aChange(1), later);
    await teach('trop-tard', aChange(2), later);
    expect(await stored('trop-tard')).toEqual(before);
  });

  test('take their lessons along when they end', async () => {
    await teach('echeance', aChange(1));
    const Key = { ...keyOf('echeance'), sk: lessonSk(1) };
    const { Item } = await fixture.client.send(new GetItemCommand({ TableName: fixture.tableName, Key }));
    expect(Number(Item?.expiresAt?.N)).toBe(startOf(PERIOD + 4) / 1000);
    expect(Number(Item?.expiresAt?.N) % DAY_S).toBe(0);
  });
});

describe('a damaged memory', () => {
  const period = PERIOD.toString(36).padStart(2, '0');
  const damages: readonly (readonly [string, object])[] = [
    ['a text for a number', { [`${period}1a`]: { S: 'x' } }],
    ['half a step', { [`${period}1a`]: { N: '0.5' } }],
    ['a bucket too many', { [`${period}zzz`]: { N: '1' } }],
    ['fewer than no decisions', { [`${period}+`]: { N: '-1' } }],
    ['a list', { [`${period}-`]: { L: [] } }],
    ['something else', { memory: { B: Uint8Array.of(1, 2) } }],
    ['no number of its generation', { generation: { S: 'first' }, [`${period}+`]: { N: '1' } }],
  ];

  test.each(damages)(
    'with %s reads as empty, is reported once a read, and is repaired by forgetting',
    async (what, damage) => {
      const site = `casse-${damages.findIndex(([name]) => name === what)}`;
      await teach(site, aChange(1));
      await put(site, { ...(await stored(site)), ...damage });
      fixture.reports.length = 0;
      expect(await recalled(site)).toEqual([]);
      expect(fixture.reports).toEqual(['damaged-item']);
      expect(await fetched(site)).toMatchObject({ periods: [], isDamaged: true });

      await reset(site);
      const repaired = await fetched(site);
      expect(repaired).toMatchObject({ periods: [], isDamaged: false });
      expect(repaired.generation).toBeGreaterThan(0);
      await takeBack(site, aChange(1));
      expect((await fetched(site)).periods).toEqual([]);
      expect(await teach(site, aChange(2))).toBeDefined();
    },
  );

  test('that lost its item takes nothing back', async () => {
    await teach('vide', aChange(1));
    await put('vide', {});
    await takeBack('vide', aChange(1));
    expect(await fetched('vide')).toMatchObject({ periods: [], isDamaged: false });
  });

  test('a lesson that nobody can read is reported and not taken back', async () => {
    await teach('lecon', aChange(1));
    await fixture.client.send(
      new UpdateItemCommand({
        TableName: fixture.tableName,
        Key: { ...keyOf('lecon'), sk: lessonSk(1) },
        UpdateExpression: 'SET stands.steps = :steps',
        ExpressionAttributeValues: { ':steps': { S: '12 x!;a 3' } },
      }),
    );
    fixture.reports.length = 0;
    const before = await stored('lecon');
    expect(await takeBack('lecon', aChange(1))).toBeUndefined();
    expect(fixture.reports).toEqual(['damaged-item']);
    expect(await stored('lecon')).toEqual(before);
  });
});

test('is remembered for as long as a site’s policy, and asked for once', async () => {
  let now = NOW;
  const table = openTable(fixture.tableName, fixture.send, () => undefined);
  const store = createLookUp(table, { ttlMs: 60_000, now: () => now });
  await teach('cache', aChange(1));
  fixture.consumed();
  expect(await recalled('cache', store)).toEqual(sum([aChange(1)]));
  await recalled('cache-vide', store);
  await teach('cache', aChange(2));
  fixture.consumed();
  now += 59_999;
  expect(await recalled('cache', store)).toEqual(sum([aChange(1)]));
  expect(await recalled('cache-vide', store)).toEqual([]);
  expect(fixture.consumed().commands).not.toContain('GetItemCommand');
  now += 1;
  expect(await recalled('cache', store)).toEqual(sum([aChange(1), aChange(2)]));
});

test('in a memory of 200 lessons a lesson and its undoing cost at most 42 write units, and reading it 2.5', async () => {
  const site = 'poids';
  const memory = await fetched(site);
  fixture.consumed();
  const taught = (change: ModelUpdate) => ({ version: 2, stands: { change, generation: 0 } });
  const save = (change: ModelUpdate) =>
    fixture.store.saveLesson(refOf(site, change), { was: { version: 0 }, next: taught(change) }, memory);
  await save(aChange(0, { buckets: 140 }));
  const first = fixture.consumed();
  const [period] = sum(Array.from({ length: 200 }, (_, n) => aChange(2 * n, { buckets: 60 })));
  const sums = sumsOf({ ...aChange(0), steps: period?.steps ?? {} });
  await put(site, toItem(sums));
  const kB = sizeOf(await stored(site)) / 1024;
  fixture.consumed();
  const saved = (await save(aChange(200, { buckets: 60 }))) as Memory;
  const lesson = fixture.consumed();
  const ref = refOf(site, aChange(200));
  const was = (await fixture.store.fetchLesson(ref)) as Lesson;
  await fixture.store.saveLesson(ref, { was, next: { version: 3 } }, saved);
  const undoing = fixture.consumed();
  await recalled(site);
  const cold = fixture.consumed();
  await recalled('rien');
  const nothing = fixture.consumed();

  expect(kB).toBeGreaterThan(10);
  expect(kB).toBeLessThan(20);
  // The article's record, the bans and the surges, which are not there, are half a unit each of both.
  expect(cold.commands).not.toContain('GetItemCommand');
  expect(cold.reads).toBeLessThanOrEqual(4);
  // DynamoDB Local charges nothing for what is not there.
  expect(nothing.reads).toBeLessThanOrEqual(2);
  // DynamoDB Local reports the capacity of transactions wrongly.
  if (process.env.DYNAMODB_ENDPOINT) return;
  expect(first.writes).toBeLessThanOrEqual(6);
  expect(lesson.writes).toBeLessThanOrEqual(2 * 20 + 2);
  expect(undoing.writes).toBeLessThanOrEqual(2 * 20 + 2);
  expect(undoing.reads).toBe(1);
});

type Act = { readonly kind: 'teach' | 'undo' | 'reset'; readonly n: number };

test('whatever is taught, taken back and forgotten at once, the memory is the sum of the lessons that stand', async () => {
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('teach' as const), n: fc.nat(5) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), n: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset' as const), n: fc.constant(0) }) },
  );
  let sites = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(act, { maxLength: 6 }), { maxLength: 5 }), async (rounds) => {
      sites += 1;
      const site = `ensemble-${sites}`;
      for (const round of rounds) await Promise.allSettled(round.map((one) => perform(site, one)));
      expect((await fetched(site)).periods).toEqual(sum(await standing(site)));
    }),
    { numRuns: 25, seed: 11 },
  );
});

const perform = (site: string, { kind, n }: Act): Promise<unknown> => {
  if (kind === 'reset') return reset(site);
  return kind === 'teach' ? teach(site, aChange(n)) : takeBack(site, aChange(n));
};

/** The lessons of a site's generation that stand, as their items tell. */
const standing = async (site: string): Promise<readonly ModelUpdate[]> => {
  const { generation } = await fetched(site);
  const changes = await Promise.all(
    [0, 1, 2, 3, 4, 5].map(async (n) => {
      const lesson = await fixture.store.fetchLesson(refOf(site, aChange(n)));
      return lesson?.stands?.generation === generation ? [aChange(n)] : [];
    }),
  );
  return changes.flat();
};
