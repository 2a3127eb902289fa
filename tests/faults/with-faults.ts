import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import { itemToComment } from '../../src/storage/dynamodb/codecs/comment-item.ts';
import { unkeyedDigest } from '../../src/tokens/digests.ts';
import { stopClock } from '../clock.ts';
import type { Answer } from '../journeys/call-gateway.ts';
import { follow } from '../journeys/follow-stream.ts';
import { asModerator, submit, submitForm } from '../journeys/requests.ts';
import { type Backend, withBackend } from '../journeys/with-backend.ts';
import { NOW } from '../storage/with-store.ts';
import { type Fault, type FaultProxy, type Mode, startFaultProxy } from './fault-proxy.ts';

type Setup = Parameters<typeof withBackend>[0];
export type Faulty = Backend & FaultProxy;

/** Faults that are over after a few attempts. */
export const passing: readonly (readonly [Mode, number])[] = [
  ['throttle', 1],
  ['error', 2],
  ['reset', 2],
  ['lost-ack', 1],
  ['lost-ack', 2],
  ['conflict', 2],
];

/** The real handlers and the real engine, with a proxy between them that lets calls go wrong. */
export const withFaults = (setup: Setup = {}): Faulty => {
  const proxy = {} as FaultProxy;
  const backend = withBackend({
    ...setup,
    between: async (engine) => {
      Object.assign(proxy, await startFaultProxy(engine));
      return proxy.endpoint;
    },
  });
  beforeEach(() => proxy.calm());
  afterEach(() => proxy.calm());
  afterAll(() => proxy.stop());
  return new Proxy(backend as Faulty, {
    get: (_, name) => Reflect.get(name in proxy ? proxy : backend, name),
  });
};

/** Readers who each come once, from a network of their own, with a text that nobody else writes; time only moves forward. */
export const withReaders = (backend: Faulty) => {
  const clock = stopClock(NOW);
  let visitor = 0;
  const next = () => {
    visitor += 1;
    clock.pass(1);
  };
  beforeEach(next);
  afterAll(() => clock.restart());
  const from = () => ({ ip: `198.51.100.${visitor}` });
  const draft = () => ({ author: 'Camille', text: wordsOf(visitor) });
  return {
    clock,
    next,
    draft,
    send: (more: object = {}) =>
      submit(
        'panne',
        { ...draft(), ...more },
        { ...from(), headers: { 'idempotency-key': `the-key-of-${visitor}-alone` } },
      ),
    sendForm: (more: Record<string, string> = {}) => submitForm('panne', { ...draft(), ...more }, from()),
    /** What is stored of this reader. */
    mine: async () => (await commentsOf(backend)).filter(({ text }) => text === draft().text),
  };
};

/** Sixteen words that nobody else says, and that can be said: long enough to be compared with other comments. */
const wordsOf = (visitor: number) =>
  Array.from({ length: 16 }, (_, n) =>
    [...unkeyedDigest(`${visitor} ${n}`).slice(0, 4)]
      .map((sign) => sign.charCodeAt(0))
      .map((code) => `${'bdfglmnprstv'[code % 12]}${'aeiou'[code % 5]}`)
      .join(''),
  ).join(' ');

/** What of an answer must be the same when it is given again. */
export const whole = ({ statusCode, headers, body }: Answer) => ({ statusCode, headers, body });

/** Every call of a submission: the site and its memory, what is known, the two rings, the comment and its day. */
export const submitCalls: readonly (readonly [string, Omit<Fault, 'mode'>])[] = [
  ['the site', { op: 'GetItem', having: '~S' }],
  ['what is known', { op: 'BatchGetItem' }],
  ['the visitor’s ring', { op: 'UpdateItem', having: '~V#' }],
  ['the texts’ ring', { op: 'UpdateItem', having: '~T#' }],
  ['the key', { op: 'PutItem', having: '~K#' }],
  ['the comment', { op: 'PutItem', having: 'C#' }],
  ['its day', { op: 'PutItem', having: '~D#' }],
];

const PER_COMMENT = /^C#/;

/** Comments of a site as they are stored. */
export const commentsOf = async ({ dump }: Backend, site = 'demo') =>
  (await dump())
    .filter(({ pk, sk }) => pk?.S?.startsWith(`${site}#`) && PER_COMMENT.test(sk?.S ?? ''))
    .map(itemToComment);

/** Once all is quiet: counters are what can be counted, and each comment's trail has one event per version. */
export const allAddsUp = async (backend: Backend, site = 'demo'): Promise<void> => {
  expect(await follow(backend)).toEqual([]);
  const comments = await commentsOf(backend, site);
  const items = await backend.dump();

  for (const article of new Set(comments.map(({ article }) => article))) {
    const stored = items.find(({ pk, sk }) => pk?.S === `${site}#${article}` && sk?.S === 'A');
    for (const status of ['approved', 'pending', 'spam']) {
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
