import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/comment/policy.ts';
import { DAY_S, HOUR_S, MINUTE_S, stopClock } from '../../clock.ts';
import { anId, aSite } from '../../storage/with-store.ts';
import { type Answer, type Ask, ask } from '../call-gateway.ts';
import { claire, enlist } from '../people.ts';
import { asModerator, decide, submit, submitForm } from '../requests.ts';
import { ORIGIN, withBackend } from '../with-backend.ts';

const backend = withBackend({ table: 'of-test' });
const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const other = { ...draft, text: 'Tout autre chose : le quai numéro deux est fermé.' };
/** Sixteen characters are the fewest that prove anything. */
const withKey = (key: string, asked: Ask = {}): Ask => ({
  ...asked,
  headers: { 'idempotency-key': key.padEnd(16, '-'), ...asked.headers },
});
const onPace = (article: string, asked: Ask = {}): Ask => ({ ...asked, params: { site: 'rythme' }, article });

const commentsOf = async (article: string, site = 'demo') =>
  (await backend.kept()).filter(({ pk, sk }) => pk?.S === `${site}#${article}` && sk?.S?.startsWith('C#'));
const whole = ({ statusCode, headers, body, cookies }: Answer) => ({ statusCode, headers, body, cookies });

// Amid a month: networks are known by another key in the next.
const MORNING = Date.UTC(2026, 10, 9, 9, 30);
let clock: ReturnType<typeof stopClock>;
beforeEach(async () => {
  clock = stopClock(MORNING);
  await backend.store.saveSite(
    aSite({ id: 'rythme', policy: { ...defaultPolicy, text: { ...defaultPolicy.text, charactersMin: 2 } } }),
    0,
  );
  await enlist(backend, 'rythme', claire);
});
afterEach(() => clock.restart());

describe('a key', () => {
  test('brings the same answer to the same comment, byte for byte, for a day', async () => {
    const first = await submit('rejoue', draft, withKey('k1'));
    await submit('rejoue', other, withKey('k2'));
    for (const pause of [0, 1, MINUTE_S, HOUR_S, 20 * HOUR_S]) {
      clock.pass(pause);
      expect(whole(await submit('rejoue', draft, withKey('k1')))).toEqual(whole(first));
      expect(whole(await submit('rejoue', draft, withKey('"k1--------------"')))).toEqual(whole(first));
    }
    expect(await commentsOf('rejoue')).toHaveLength(2);
    clock.pass(4 * HOUR_S);
    expect((await submit('rejoue', draft, withKey('k1'))).json().id).not.toBe(first.json().id);
  });

  test('is good for one text, author, address and parent', async () => {
    await submit('une-fois', draft, withKey('k'));
    const before = await backend.kept();
    for (const change of [
      { text: 'Autre.' },
      { author: 'David' },
      { url: 'https://a.example/' },
      { email: 'a@example.org' },
    ]) {
      const answer = await submit('une-fois', { ...draft, ...change }, withKey('k'));
      expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect(await backend.kept()).toEqual(before);
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

  test('is the sender’s proof: the same content with it has the same answer from wherever it comes', async () => {
    const first = await submit('voyage', draft, withKey('k'));
    for (let n = 2; n < 50; n += 1)
      await submit(
        'voyage',
        { ...draft, text: `Un voisin, le numéro ${n} de la liste.` },
        { ip: '192.0.2.1' },
      );
    clock.pass(6 * HOUR_S);
    for (const asked of [
      {},
      { ip: '198.51.100.7' },
      { ip: '2001:db8::1', headers: { 'user-agent': 'other' } },
    ])
      expect(whole(await submit('voyage', draft, withKey('k', asked)))).toEqual(whole(first));
    expect((await commentsOf('voyage')).filter(({ shown }) => shown?.M?.text?.S === draft.text)).toHaveLength(
      1,
    );
  });

  test('is good across the turn of a month, after which networks have other names', async () => {
    clock.pass((Date.UTC(2026, 11, 1) - MORNING) / 1000 - 60);
    const first = await submit('mois', draft, withKey('k'));
    clock.pass(120);
    expect(whole(await submit('mois', draft, withKey('k')))).toEqual(whole(first));
    expect(await commentsOf('mois')).toHaveLength(1);
  });

  test('brings the proof of who first proved to be its author, and of nobody who comes with it later', async () => {
    const { visitor } = (await submit('preuve', draft)).json();
    const first = await submit('preuve', { ...other, visitor }, withKey('k'));
    const { visitor: stranger } = (await submit('preuve', { ...draft, author: 'Yann' })).json();
    for (const more of [{}, { visitor }, { visitor: stranger }])
      expect(
        whole(await submit('preuve', { ...other, ...more }, withKey('k', { ip: '198.51.100.8' }))),
      ).toEqual(whole(first));
  });

  test('is another’s under another article, and another on another site', async () => {
    const first = (await submit('prive', draft, withKey('k'))).json();
    const elsewhere = await submit('prive-2', draft, withKey('k'));
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([422, 'idempotency-key-reused']);
    const asked = withKey('k', { params: { site: 'autre' }, article: 'prive' });
    const onOther = await submit('prive', draft, asked);
    expect([onOther.statusCode, onOther.json().id === first.id]).toEqual([202, false]);
  });

  test('is free again when what came with it was refused', async () => {
    const asked = withKey('k', { params: { site: 'rythme' }, article: 'corrige' });
    expect((await submit('corrige', { ...draft, text: 'x' }, asked)).statusCode).toBe(422);
    expect((await submit('corrige', { ...draft, parent: anId(5) }, asked)).statusCode).toBe(422);
    expect((await submit('corrige', draft, asked)).statusCode).toBe(202);
  });

  test.each(['k', 'x'.repeat(15), 'x'.repeat(256), 'a b'.repeat(9), 'é'.repeat(20), ','.repeat(20), ''])(
    'that is none is refused: %j',
    async (key) => {
      const answer = await submit('cle', draft, { headers: { 'idempotency-key': key } });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-idempotency-key']);
    },
  );

  test('tells upper case from lower, and takes 255 characters', async () => {
    const longest = 'x'.repeat(254);
    const keys = ['k', 'K', `${longest}x`, `${longest}y`, '!#$%&()*+-./:;<=>?@[]^_`{|}~'];
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

/** What is known to whoever sends the same again, and cannot be told from a neighbour who does. */
const received = (status: string) => ({ status, alreadyReceived: true, links: {} });

describe('without a key', () => {
  test('the same content from the same network within an hour is the same comment, and its receipt goes to nobody else', async () => {
    const { id } = (await submit('heure', draft)).json();
    clock.pass(59 * MINUTE_S);
    for (const asked of [{}, { headers: { 'user-agent': 'another' } }]) {
      const again = await submit('heure', draft, asked);
      expect([again.statusCode, again.json()]).toEqual([202, { id, ...received('pending') }]);
      expect(again.headers).not.toHaveProperty('location');
    }
    clock.pass(2 * MINUTE_S);
    expect((await submit('heure', draft)).json().id).not.toBe(id);
  });

  test('a neighbour who repeats a public comment gets neither its receipt nor its author’s proof', async () => {
    const { id } = (await submit('public', draft)).json();
    await decide('public', id, 'approve');
    const repeated = await submit('public', draft);
    expect([repeated.statusCode, repeated.json()]).toEqual([201, { id, ...received('published') }]);
    const form = await submitForm('public', {
      ...draft,
      link: `${ORIGIN}/public`,
      'wp-comment-cookies-consent': 'yes',
    });
    expect([form.statusCode, form.headers.location, form.cookies]).toEqual([
      303,
      `${ORIGIN}/public?around=${id}#comment-${id}`,
      undefined,
    ]);
  });

  test('its own author, by proof, gets the receipt again', async () => {
    const { visitor } = (await submit('auteur', draft)).json();
    const first = await submit('auteur', { ...other, visitor });
    expect(whole(await submit('auteur', { ...other, visitor }))).toEqual(whole(first));
    expect((await submit('auteur', other)).json()).toEqual({ id: first.json().id, ...received('pending') });
  });

  const formToken = async (article: string) =>
    (await ask('open-form', { params: { site: 'demo' }, article })).json().formToken;

  test('a form sent twice, as by a double click, leads to the same receipt', async () => {
    const sent = { ...draft, formToken: await formToken('double') };
    const first = await submitForm('double', sent);
    clock.pass(3);
    const second = await submitForm('double', sent);
    expect(first.statusCode).toBe(303);
    expect(whole(second)).toEqual(whole(first));
    const both = await Promise.all(
      [sent, sent].map((one) => submitForm('double', { ...one, author: 'Yann' })),
    );
    expect(new Set(both.map((answer) => answer.headers.location)).size).toBe(1);
    expect(await commentsOf('double')).toHaveLength(2);
  });

  test('the same in another form, or from another network, has no receipt', async () => {
    const sent = { ...draft, formToken: await formToken('autre-forme') };
    await submitForm('autre-forme', sent);
    for (const token of [await formToken('autre-forme'), 'x', undefined]) {
      const again = await submitForm('autre-forme', { ...draft, ...(token ? { formToken: token } : {}) });
      expect([again.statusCode, again.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(again.body).toContain('Déjà reçu');
      expect(again.body).not.toContain('/r/');
    }
    expect(await commentsOf('autre-forme')).toHaveLength(1);
    await submitForm('autre-forme', sent, { ip: '192.0.2.2' });
    expect(await commentsOf('autre-forme')).toHaveLength(2);
  });

  test('another author, address or network is another comment', async () => {
    const asked = [
      submit('divers', draft),
      submit('divers', { ...draft, author: 'David' }),
      submit('divers', { ...draft, email: 'camille@example.org' }),
      submit('divers', { ...draft, text: `${draft.text} ` }),
      submit('divers', draft, { ip: '192.0.2.3' }),
    ];
    const ids = (await Promise.all(asked)).map((answer) => answer.json().id);
    expect(new Set(ids).size).toBe(asked.length);
  });

  test('twenty at once are one, and one of them has the receipt', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit('sans-cle', draft)));
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(answers.filter((answer) => answer.json().receipt)).toHaveLength(1);
    expect(await commentsOf('sans-cle')).toHaveLength(1);
  });

  test.each([0, 16])(
    'the same of one author, %d s later and from another network, is their comment',
    async (pause) => {
      const first = (await submit('voyage', draft, onPace('voyage'))).json();
      const again = (by: { visitor: string }, n: number, text = draft.text) =>
        submit('voyage', { ...draft, text, visitor: by.visitor }, onPace('voyage', { ip: `203.0.113.${n}` }));
      clock.pass(pause);
      const moved = await again(first, 1);
      expect([moved.statusCode, moved.json().id, moved.json().receipt]).toEqual([
        202,
        first.id,
        first.receipt,
      ]);
      clock.pass(16);
      const second = (await again(moved.json(), 2, other.text)).json();
      expect(second.id).not.toBe(first.id);
      clock.pass(pause);
      const movedOn = await again(second, 3, other.text);
      expect([movedOn.json().id, movedOn.json().receipt]).toEqual([second.id, second.receipt]);
      expect(await commentsOf('voyage', 'rythme')).toHaveLength(2);
    },
  );

  test('the same text of another author, from another network, is another comment', async () => {
    const { visitor } = (await submit('autrui', other, { ip: '203.0.113.1' })).json();
    clock.pass(16);
    const { id } = (await submit('autrui', draft)).json();
    clock.pass(16);
    const answer = await submit('autrui', { ...draft, visitor }, { ip: '203.0.113.1' });
    expect(answer.json().id).not.toBe(id);
    expect(await commentsOf('autrui')).toHaveLength(3);
  });

  test('the same text under another article is no replay but a duplicate', async () => {
    await submit('un', draft);
    clock.pass(16);
    const { id } = (await submit('deux', draft)).json();
    const [comment] = (await asModerator('list-article-comments', { article: 'deux' })).json().comments;
    expect(comment.id).toBe(id);
    expect(comment.verdict.findings.filter(({ outcome }: any) => outcome !== 'approve')).toMatchObject([
      { check: 'duplicate', outcome: 'hold' },
      { check: 'first-comment' },
    ]);
  });
});

describe('at the default pace', () => {
  let people = 0;
  /** Somebody with a proof, sent from a network of its own, so that only their own pace counts. */
  const somebody = async () => {
    people += 1;
    const first = { ...draft, text: `Premier mot de la personne ${people}.` };
    const { visitor } = (
      await submit('rythme', first, onPace('rythme', { ip: `198.51.100.${people}` }))
    ).json();
    clock.pass(15);
    return (n: number, asked: Ask = {}) =>
      submit(
        'rythme',
        { ...draft, text: `Message numéro ${n}, sans rapport avec le précédent.`, visitor },
        onPace('rythme', { ip: `203.0.113.${people}`, ...asked }),
      );
  };
  const outcomeOf = async (id: string) => {
    const query = 'limit=100&verdict=full';
    const params = { site: 'rythme' };
    const listed = await asModerator('list-article-comments', { article: 'rythme', params, query });
    const { verdict } = listed.json().comments.find((comment: any) => comment.id === id);
    return verdict.findings.find(({ check }: any) => check === 'flood').outcome;
  };

  test('a person’s second within 15 s is refused and told when, a replay of the first is not', async () => {
    const say = await somebody();
    const first = await say(1);
    clock.pass(14.2);
    const refused = await say(2, { ip: '192.0.2.200' });
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    expect(refused.json().code).toBe('too-many-comments');
    expect(whole(await say(1))).toEqual(whole(first));
    clock.pass(0.8);
    expect((await say(2)).statusCode).toBe(202);
  });

  test('a newcomer’s second within 15 s, too, and nobody’s beside them', async () => {
    const from = onPace('rythme', { ip: '192.0.2.90' });
    const [one, two] = [1, 2].map((n) => ({ ...draft, text: `Le mot numéro ${n} d’une nouvelle.` }));
    const first = await submit('rythme', one, from);
    const { visitor } = first.json();
    clock.pass(14.2);
    const refused = await submit('rythme', { ...two, visitor }, from);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    expect((await submit('rythme', { ...one, visitor }, from)).json().id).toBe(first.json().id);
    const beside = { author: 'Yann', text: 'Et moi, qui suis assis à côté ?' };
    expect((await submit('rythme', beside, from)).statusCode).toBe(202);
    clock.pass(0.8);
    expect((await submit('rythme', { ...two, visitor }, from)).statusCode).toBe(202);
  });

  test('what is taken to the millisecond is remembered', async () => {
    const say = await somebody();
    await say(1);
    clock.pass(15);
    const second = await say(2);
    clock.pass(1);
    expect(whole(await say(2))).toEqual(whole(second));
    expect((await say(3)).statusCode).toBe(429);
  });

  test('a person’s sixth in ten minutes is held, their thirty-first in a day refused', async () => {
    const say = await somebody();
    const outcomes = [];
    for (let n = 0; n < 6; n += 1) {
      outcomes.push(await outcomeOf((await say(n)).json().id));
      clock.pass(20);
    }
    // The one that made them known counts as well.
    expect(outcomes).toEqual(['approve', 'approve', 'approve', 'approve', 'hold', 'hold']);
    for (let n = 6; n < 29; n += 1) {
      clock.pass(10 * MINUTE_S);
      expect((await say(n)).statusCode).toBe(202);
    }
    const refused = await say(30);
    expect([refused.statusCode, Number(refused.headers['retry-after'])]).toEqual([
      429,
      DAY_S - 15 - 6 * 20 - 23 * 10 * MINUTE_S,
    ]);
    clock.pass(DAY_S);
    expect((await say(31)).statusCode).toBe(202);
  });

  const stranger = (n: number, asked: Ask = {}) =>
    submit(
      'rythme',
      { author: `Élève ${n}`, text: `La réponse de l’élève numéro ${n}.` },
      onPace('rythme', { ip: '192.0.2.77', ...asked }),
    );

  test('a class behind one address passes, what is over that is told when', async () => {
    for (let n = 0; n < 30; n += 1) expect((await stranger(n)).statusCode).toBe(202);
    const refused = await stranger(30);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, String(10 * MINUTE_S)]);
    expect((await stranger(0)).json().alreadyReceived).toBe(true);
    clock.pass(10 * MINUTE_S);
    expect((await stranger(30)).statusCode).toBe(202);
  });

  test('what is no submission takes no place: neither a refusal nor a replay', async () => {
    const params = { site: 'rythme' };
    const closed = { method: 'PUT', article: 'clos', params, body: { mode: 'closed' } };
    await asModerator('change-article', closed);
    const from = { ip: '192.0.2.78' };
    const say = await somebody();
    for (let n = 0; n < 40; n += 1) {
      expect((await stranger(1, from)).statusCode).toBe(202);
      expect((await submit('rythme', { ...draft, text: 'x' }, onPace('rythme', from))).statusCode).toBe(422);
      const reply = { ...draft, parent: anId(n) };
      expect((await submit('rythme', reply, onPace('rythme', from))).statusCode).toBe(422);
      expect((await submit('clos', draft, onPace('clos', from))).statusCode).toBe(403);
      expect((await say(1, from)).statusCode).toBe(202);
    }
    for (let n = 2; n < 30; n += 1) expect((await stranger(n, from)).statusCode).toBe(202);
    expect((await stranger(30, from)).statusCode).toBe(429);
  });
});
