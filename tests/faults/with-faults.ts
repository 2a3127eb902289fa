import { afterAll, afterEach, expect } from '@jest/globals';
import { itemToComment } from '../../src/storage/dynamodb/items.ts';
import { follow } from '../journeys/follow-stream.ts';
import { asModerator, type House, withHouse } from '../journeys/with-house.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

type Setup = Parameters<typeof withHouse>[0];
export type Faulty = House & FaultProxy;

/** The real handlers and the real engine, with a proxy between them that lets calls go wrong. */
export const withFaults = (setup: Setup = {}): Faulty => {
  const proxy = {} as FaultProxy;
  const house = withHouse({
    ...setup,
    between: async (engine) => {
      Object.assign(proxy, await startFaultProxy(engine));
      return proxy.endpoint;
    },
  });
  afterEach(() => proxy.calm());
  afterAll(() => proxy.stop());
  return new Proxy(house as Faulty, {
    get: (_, name) => Reflect.get(name in proxy ? proxy : house, name),
  });
};

const PER_COMMENT = /^C#/;

/** Comments of a site as they are stored. */
export const commentsOf = async ({ dump }: House, site = 'demo') =>
  (await dump())
    .filter(({ pk, sk }) => pk?.S?.startsWith(`${site}#`) && PER_COMMENT.test(sk?.S ?? ''))
    .map(itemToComment);

/** Once all is quiet: counters are what can be counted, and each comment's trail has one event per version. */
export const allAddsUp = async (house: House, site = 'demo'): Promise<void> => {
  expect(await follow(house)).toEqual([]);
  const comments = await commentsOf(house, site);
  const items = await house.dump();

  for (const article of new Set(comments.map(({ article }) => article))) {
    const stored = items.find(({ pk, sk }) => pk?.S === `${site}#${article}` && sk?.S === 'A');
    for (const status of ['approved', 'pending', 'rejected', 'spam']) {
      const counted = comments.filter((one) => one.article === article && one.status === status).length;
      expect([article, status, Number(stored?.[status]?.N ?? 0)]).toEqual([article, status, counted]);
    }
  }
  const { queues } = (await asModerator('list-queues', { params: { site } })).json();
  for (const status of ['pending', 'spam'])
    expect([status, queues[status].count]).toEqual([
      status,
      comments.filter((one) => one.status === status).length,
    ]);
  for (const { article, id, version } of comments) {
    const trail = items.filter(
      ({ pk, sk }) => pk?.S === `${site}#${article}` && sk?.S?.startsWith('E#') && sk.S.includes(`#${id}#`),
    );
    const versions = trail.map(({ sk }) => Number(sk?.S?.split('#').at(-1)));
    const all = Array.from({ length: version }, (_, n) => n + 1);
    expect([id, versions.toSorted((a, b) => a - b)]).toEqual([id, all]);
  }
};
