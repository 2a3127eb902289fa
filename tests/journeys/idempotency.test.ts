import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultPolicy, FLOOD_MEMORY } from '../../src/comment/policy.ts';
import { aSite } from '../storage/with-store.ts';
import { DAY_S, HOUR_S, MINUTE_S, stopClock } from './clock.ts';
import { type Answer, type Ask, decide, submit, submitForm, withHouse } from './with-house.ts';

const house = withHouse({ table: 'of-test' });
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const other = { ...draft, text: 'Tout autre chose : le quai numéro deux est fermé.' };
const withKey = (key: string, asked: Ask = {}): Ask => ({
  ...asked,
  headers: { 'idempotency-key': key, ...asked.headers },
});
const onPace = (article: string, asked: Ask = {}): Ask => ({ ...asked, params: { site: 'rythme' }, article });

const commentsOf = async (article: string, site = 'demo') =>
  (await house.kept()).filter(({ pk, sk }) => pk?.S === `${site}#${article}` && sk?.S?.startsWith('C#'));
const whole = ({ statusCode, headers, body, cookies }: Answer) => ({ statusCode, headers, body, cookies });

// Amid a month: networks are known by another key in the next.
const MORNING = Date.UTC(2026, 10, 9, 9, 30);
let clock: ReturnType<typeof stopClock>;
beforeEach(async () => {
  clock = stopClock(MORNING);
  await house.store.saveSite(aSite({ id: 'rythme', policy: defaultPolicy }), 0);
});
afterEach(() => clock.restart());

describe('a key', () => {
  test('brings the same answer to the same comment, byte for byte, for a day', async () => {
    const first = await submit('rejoue', draft, withKey('k1'));
    await submit('rejoue', other, withKey('k2'));
    for (const pause of [0, 1, MINUTE_S, HOUR_S, 20 * HOUR_S]) {
      clock.pass(pause);
      expect(whole(await submit('rejoue', draft, withKey('k1')))).toEqual(whole(first));
      expect(whole(await submit('rejoue', draft, withKey('"k1"')))).toEqual(whole(first));
    }
    expect(await commentsOf('rejoue')).toHaveLength(2);
    clock.pass(4 * HOUR_S);
    expect((await submit('rejoue', draft, withKey('k1'))).json().id).not.toBe(first.json().id);
  });

  test('is good for one text, author, address and parent', async () => {
    await submit('une-fois', draft, withKey('k'));
    const before = await house.kept();
    for (const change of [
      { text: 'Autre.' },
      { author: 'David' },
      { url: 'https://a.example/' },
      { email: 'a@example.org' },
    ]) {
      const answer = await submit('une-fois', { ...draft, ...change }, withKey('k'));
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(await house.kept()).toEqual(before);
  });

  test('makes one comment of twenty at once, and one answer', async () => {
    for (const [site, article] of [
      ['demo', 'foule'],
      ['rythme', 'foule'],
    ] as const) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => submit(article, draft, withKey('k', { params: { site }, article }))),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(whole(answer)))).size).toBe(1);
      expect(answers[0]?.statusCode).toBe(202);
      expect(await commentsOf(article, site)).toHaveLength(1);
    }
  });

  test('makes one comment of twenty at once that ran on clocks of their own', async () => {
    clock.restart();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => submit('horloges', draft, withKey('k', { ip: '192.0.2.9' }))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(whole(answer)))).size).toBe(1);
    expect(await commentsOf('horloges')).toHaveLength(1);
  });

  test('lets one of two texts at once win, and says so to the other', async () => {
    const answers = await Promise.all([draft, other].map((body) => submit('course', body, withKey('k'))));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([202, 422]);
    expect(await commentsOf('course')).toHaveLength(1);
  });

  test('is not shared with another client, another article or another site', async () => {
    const asked = [
      submit('prive', draft, withKey('k')),
      submit('prive', draft, withKey('k', { ip: '192.0.2.2' })),
      submit('prive-2', draft, withKey('k')),
      submit('prive', draft, withKey('k', { params: { site: 'autre' }, article: 'prive' })),
    ];
    const answers = await Promise.all(asked);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(4);
    expect(new Set(answers.map((answer) => answer.json().receipt)).size).toBe(4);
  });

  test('tells upper case from lower, and takes 255 characters', async () => {
    const keys = ['k', 'K', 'x'.repeat(255), `${'x'.repeat(254)}y`, '!#$%&()*+-./:;<=>?@[]^_`{|}~'];
    const answers = [];
    for (const key of keys) answers.push((await submit('cles', draft, withKey(key))).json().id);
    expect(new Set(answers).size).toBe(keys.length);
  });

  test('still brings its comment after a moderator decided, and tells where it stands now', async () => {
    const { id } = (await submit('decide', draft, withKey('k'))).json();
    await decide('decide', id, 'reject');
    const again = await submit('decide', draft, withKey('k'));
    expect([again.statusCode, again.json().id]).toEqual([202, id]);
    await decide('decide', id, 'approve');
    const published = await submit('decide', draft, withKey('k'));
    expect([published.statusCode, published.json()]).toMatchObject([201, { id, status: 'published' }]);
    expect(await commentsOf('decide')).toHaveLength(1);
  });
});

describe('without a key', () => {
  test('the same text of the same author within an hour is the same comment', async () => {
    const first = await submit('heure', draft);
    clock.pass(59 * MINUTE_S);
    expect(whole(await submit('heure', draft))).toEqual(whole(first));
    clock.pass(2 * MINUTE_S);
    expect((await submit('heure', draft)).json().id).not.toBe(first.json().id);
  });

  test('a form sent twice leads to the same receipt, whatever token it carries', async () => {
    const first = await submitForm('double', { ...draft, formToken: 'x' });
    clock.pass(3);
    const second = await submitForm('double', { ...draft, formToken: 'y' });
    expect(first.statusCode).toBe(303);
    expect(whole(second)).toEqual(whole(first));
    expect(await commentsOf('double')).toHaveLength(1);
  });

  test('another author, address, agent or network is another comment', async () => {
    const asked = [
      submit('divers', draft),
      submit('divers', { ...draft, author: 'David' }),
      submit('divers', { ...draft, email: 'camille@example.org' }),
      submit('divers', { ...draft, text: `${draft.text} ` }),
      submit('divers', draft, { headers: { 'user-agent': 'another' } }),
      submit('divers', draft, { ip: '192.0.2.3' }),
    ];
    const ids = (await Promise.all(asked)).map((answer) => answer.json().id);
    expect(new Set(ids).size).toBe(asked.length);
  });

  test('twenty at once are one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit('sans-cle', draft)));
    expect(new Set(answers.map((answer) => JSON.stringify(whole(answer)))).size).toBe(1);
    expect(await commentsOf('sans-cle')).toHaveLength(1);
  });
});

describe('at the default pace', () => {
  const say = (n: number, asked: Ask = {}) =>
    submit(
      'rythme',
      { ...draft, text: `Message numéro ${n}, sans rapport avec le précédent.` },
      onPace('rythme', { ip: '192.0.2.77', ...asked }),
    );
  const take = async (n: number) => (await say(n)).statusCode;

  test('the second within 15 s is refused and told when, a replay of the first is not', async () => {
    const first = await say(1);
    clock.pass(14.2);
    const refused = await say(2);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    expect(refused.json().code).toBe('too-many-comments');
    expect(whole(await say(1))).toEqual(whole(first));
    clock.pass(0.8);
    expect(await take(2)).toBe(202);
  });

  test('what is taken to the millisecond is remembered', async () => {
    const asked = { ip: '192.0.2.78' };
    await say(1, asked);
    clock.pass(15);
    const second = await say(2, asked);
    clock.pass(1);
    expect(whole(await say(2, asked))).toEqual(whole(second));
    expect((await say(3, asked)).statusCode).toBe(429);
  });

  test('five in ten minutes and thirty a day are the most', async () => {
    clock.pass(HOUR_S);
    const taken = [];
    for (let n = 10; taken.length < 5; n += 1) {
      taken.push(await take(n));
      clock.pass(20);
    }
    expect(taken).toEqual([202, 202, 202, 202, 202]);
    expect((await say(20)).headers['retry-after']).toBe(String(10 * MINUTE_S - 100));
    for (let n = 30; n < 55; n += 1) {
      clock.pass(10 * MINUTE_S);
      expect(await take(n)).toBe(202);
    }
    clock.pass(10 * MINUTE_S);
    expect(await take(99)).toBe(429);
    clock.pass(DAY_S);
    expect(await take(99)).toBe(202);
  });
});

test('where no pace is kept, the last forty things a network sent are remembered', async () => {
  const first = await submit('insistant', draft, withKey('k'));
  for (let n = 1; n <= FLOOD_MEMORY; n += 1) {
    clock.pass(1);
    expect((await submit('insistant', draft, withKey('k'))).json().id).toBe(first.json().id);
  }
  expect(await commentsOf('insistant')).toHaveLength(1);
});
