import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { DAY_S, MINUTE_S, stopClock } from '../../clock.ts';
import { aSite, aStored, NOW } from '../../storage/with-store.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { CLAIRE } from '../people.ts';
import { asModerator, decide, list, submit, versionOf } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const backend = withBackend({ policy: noFlood, table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(MINUTE_S));
afterAll(() => clock.restart());

const URL = 'https://boutique.example.com/';
let said = 0;
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  const text = `Mot ${said} : ${['merci', 'bravo', 'dommage', 'tiens', 'enfin'][said % 5]} pour le port.`;
  const body = { author: 'Camille', url: URL, text, ...more };
  return (await submit(article, body, { ip: `198.51.100.${said % 250}` })).json();
};
const send = async (name: string, body: object) => {
  clock.pass(1);
  const answer = (await asModerator(name, { method: 'POST', body })).json();
  await follow(backend);
  return answer;
};
const rule = async (article: string, comment: string, decision: string, more: object = {}) => {
  const version = decision === 'approve' ? { version: await versionOf(article, comment) } : {};
  return send('decide-comments', { decisions: [{ article, comment, decision, ...version, ...more }] });
};
const undo = (token: string) => send('undo-decisions', { undo: token });
const urls = async (article: string) => (await list(article)).json().comments.map(({ url }: any) => url);
const everyState = async (article: string, language = 'en') =>
  (
    await asModerator('list-article-comments', {
      article,
      query: 'verdict=full',
      headers: { 'accept-language': language },
    })
  ).json().comments;
const findingOn = async (article: string, id: string) => {
  const comment = (await everyState(article)).find((one: any) => one.id === id);
  const { outcome, evidence } = comment.verdict.findings.find(({ check }: any) => check === 'author-page');
  return outcome === 'approve' ? undefined : evidence.map(({ term }: any) => term);
};
const aRegular = async (article: string, more: object = {}) => {
  const { id, visitor } = await say(article, more);
  await rule(article, id, 'approve');
  return { id: id as string, visitor: visitor as string };
};
const changePolicy = async (authorPages: object) => {
  const site = await backend.store.readSite('demo');
  const policy = readPolicy({ ...noFlood, ...authorPages });
  await backend.store.saveSite(aSite({ id: 'demo', origins: [ORIGIN], policy }), site?.version ?? 0);
};

describe('readers see an author’s page', () => {
  test('not with the first approved comment, so that flattery earns no link, and from the next one on', async () => {
    const { visitor } = await aRegular('flatterie');
    expect(await urls('flatterie')).toEqual([null]);
    expect(
      (await ask('render-comments', { params: { site: 'demo' }, article: 'flatterie' })).body,
    ).not.toContain('boutique');
    expect((await say('flatterie', { visitor })).status).toBe('published');
    // What was published before stays as it was.
    expect(await urls('flatterie')).toEqual([null, URL]);
    const page = await ask('render-comments', { params: { site: 'demo' }, article: 'flatterie' });
    expect(page.body.match(/boutique\.example/g)).toHaveLength(1);
  });

  test('not with a comment that is approved again right after its approval was undone', async () => {
    const { id } = await say('deux-fois');
    const approve = (version: number) => ({
      decisions: [{ article: 'deux-fois', comment: id, version, decision: 'approve' }],
    });
    const { undo: token } = await send('decide-comments', approve(1));
    // Neither is followed by the stream.
    for (const [name, body] of [
      ['undo-decisions', { undo: token }],
      ['decide-comments', approve(3)],
    ] as const) {
      clock.pass(1);
      await asModerator(name, { method: 'POST', body });
    }
    expect(await urls('deux-fois')).toEqual([null]);
  });

  test('not with another comment that is approved right after their only approval was undone', async () => {
    const first = await say('apres');
    const second = await say('apres', { visitor: first.visitor });
    const { undo: token } = await rule('apres', first.id, 'approve');
    clock.pass(1);
    await asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
    clock.pass(1);
    await decide('apres', second.id, 'approve');
    expect(await urls('apres')).toEqual([null]);
  });

  test('by what was approved before a moderator publishes a comment, not before it was sent', async () => {
    const first = await say('attente');
    const second = await say('attente', { visitor: first.visitor });
    await rule('attente', first.id, 'approve');
    await rule('attente', second.id, 'approve');
    expect(await urls('attente')).toEqual([null, URL]);
  });

  test('after as many as the policy says, and at once where it says none', async () => {
    await changePolicy({ authorPages: { shownAfter: 2 } });
    const { visitor } = await aRegular('deux');
    const second = await say('deux', { visitor });
    expect(second.status).toBe('published');
    await rule('deux', second.id, 'approve');
    await say('deux', { visitor });
    expect(await urls('deux')).toEqual([null, null, URL]);
    await changePolicy({ authorPages: { shownAfter: 0 } });
    await aRegular('zero', { author: 'Yann' });
    expect(await urls('zero')).toEqual([URL]);
  });

  test('where everybody is trusted, not before a moderator approved one of theirs', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const { id, visitor } = await say('tous');
    await say('tous', { visitor });
    expect(await urls('tous')).toEqual([null, null]);
    await rule('tous', id, 'approve');
    await say('tous', { visitor });
    expect(await urls('tous')).toEqual([null, null, URL]);
  });

  test('no more once one of theirs is spam', async () => {
    const { visitor } = await aRegular('perdu');
    const spam = await say('perdu', { visitor });
    await rule('perdu', spam.id, 'spam');
    const next = await say('perdu', { visitor });
    await rule('perdu', next.id, 'approve');
    expect(await urls('perdu')).toEqual([null, null]);
  });

  test('of comments from before there was a rule, as until then', async () => {
    await backend.store.add(aStored({ article: 'ancien', status: 'approved', url: URL }));
    expect(await urls('ancien')).toEqual([URL]);
  });
});

describe('a moderator', () => {
  test('shows an early page and hides it again, in the trail, and takes either back', async () => {
    const { id } = await aRegular('montrer');
    const shown = await rule('montrer', id, 'approve', { page: 'show' });
    expect(shown.results).toMatchObject([{ status: 'approved', version: 3 }]);
    expect(await urls('montrer')).toEqual([URL]);
    const hidden = await rule('montrer', id, 'approve', { page: 'hide' });
    expect(await urls('montrer')).toEqual([null]);
    await undo(hidden.undo);
    expect(await urls('montrer')).toEqual([URL]);
    expect((await undo(shown.undo)).results[0].problem.code).toBe('changed-meanwhile');
    const again = await rule('montrer', id, 'approve', { page: 'show' });
    expect(again.results[0].problem.code).toBe('already-decided');
    const trail = (await backend.dump())
      .filter(({ sk }) => sk?.S?.startsWith('E#') && sk.S.includes(id))
      .map(({ by, action, page }) => [by?.S, action?.S, page?.S].filter(Boolean).join(' '));
    expect(trail).toEqual([
      'screening screen',
      `${CLAIRE} approve`,
      `${CLAIRE} page show`,
      `${CLAIRE} page hide`,
      `${CLAIRE} undo`,
    ]);
  });

  test('publishes a comment with its page, or a regular’s without, and undoing leaves nothing of it', async () => {
    const { id } = await say('avec');
    const { undo: token } = await rule('avec', id, 'approve', { page: 'show' });
    expect(await urls('avec')).toEqual([URL]);
    await undo(token);
    expect(await urls('avec')).toEqual([]);
    await rule('avec', id, 'approve');
    expect(await urls('avec')).toEqual([null]);
    const { visitor } = await aRegular('sans');
    const second = await say('sans', { visitor });
    await rule('sans', second.id, 'approve', { page: 'hide' });
    expect(await urls('sans')).toEqual([null, null]);
    await rule('sans', second.id, 'reject');
    await rule('sans', second.id, 'approve');
    expect(await urls('sans')).toEqual([null, null]);
  });

  test('teaches the filter nothing by it', async () => {
    const learned = async () => (await asModerator('read-learning')).json().decisions;
    const { id } = await aRegular('rien');
    expect(await learned()).toEqual({ spam: 0, ham: 1 });
    const { undo: token } = await rule('rien', id, 'approve', { page: 'show' });
    await undo(token);
    expect(await learned()).toEqual({ spam: 0, ham: 1 });
  });

  test('says so with an approval only, and of no page that is not there', async () => {
    const { id } = await say('sans-page', { url: undefined });
    const refused = await asModerator('decide-comments', {
      method: 'POST',
      body: { decisions: [{ article: 'sans-page', comment: id, decision: 'reject', page: 'show' }] },
    });
    expect([refused.statusCode, refused.json().fields[0].field]).toEqual([422, 'decisions.0.page']);
    await rule('sans-page', id, 'approve', { page: 'show' });
    const again = await rule('sans-page', id, 'approve', { page: 'hide' });
    expect(again.results[0].problem.code).toBe('already-decided');
  });

  test('reads the page, whether readers see it, and why, in both languages', async () => {
    const { id, visitor } = await aRegular('lire');
    await say('lire', { visitor });
    await say('lire', { author: 'Yann' });
    const authors = (await everyState('lire')).map(({ author }: any) => author);
    expect(authors.map(({ url, page }: any) => [url, page.shown, page.because])).toEqual([
      [URL, false, 'Too few of its author’s comments had been approved when this one was published.'],
      [URL, true, 'Enough of its author’s comments had been approved when this one was published.'],
      [URL, false, 'That is decided when the comment is published.'],
    ]);
    await rule('lire', id, 'approve', { page: 'show' });
    const [first] = await everyState('lire', 'fr');
    expect(first.author.page).toEqual({ shown: true, because: 'La modération l’a fait afficher.' });
    const queue = (await asModerator('list-queue', { params: { queue: 'pending' } })).json().comments;
    expect(queue[0].author).toMatchObject({ url: URL, page: { shown: false } });
  });
});

describe('the same page', () => {
  test('under three names holds, and says so', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    expect((await say('trois')).status).toBe('published');
    expect((await say('port', { author: 'Yann', url: `${URL}promo?utm_source=x` })).status).toBe('published');
    const third = await say('digue', { author: 'Anne', url: 'http://WWW.boutique.example.com' });
    expect(third.status).toBe('pending');
    expect(await findingOn('digue', third.id)).toEqual(['boutique.example.com', 'under 3 names']);
    const { receipt } = third;
    const { because } = (await ask('show-receipt', { params: { receipt } })).json();
    expect(because.join(' ')).not.toMatch(/page|boutique/);
  });

  test('under one name nobody ever approved holds on the third article', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    for (const article of ['un', 'un', 'deux']) expect((await say(article)).status).toBe('published');
    const held = await say('trois');
    expect([held.status, await findingOn('trois', held.id)]).toEqual([
      'pending',
      ['boutique.example.com', 'under 3 articles'],
    ]);
  });

  test('never holds regulars, who state theirs on many articles, nor a family that shares one', async () => {
    const [one, two] = [await aRegular('famille'), await aRegular('famille', { author: 'Yann' })];
    for (let n = 0; n < 9; n += 1) {
      const { status } = await say(`article-${n}`, { visitor: one.visitor });
      expect(status).toBe('published');
      await say(`article-${n}`, { author: `Inconnu ${n}` });
      expect((await say(`article-${n}`, { author: 'Yann', visitor: two.visitor })).status).toBe('published');
    }
  });

  test('is told apart by path or subdomain where many people share a host', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const pages = ['https://facebook.com/', 'https://x.com/', 'https://youtube.com/@'];
    for (const page of pages)
      for (const author of ['Anne', 'Loic', 'Yann', 'Zoe'])
        expect((await say('partage', { author, url: `${page}${author}` })).status).toBe('published');
    for (const author of ['anne', 'loic', 'yann', 'zoe'])
      expect((await say('partage', { author, url: `https://${author}.blogspot.com` })).status).toBe(
        'published',
      );
    for (const author of ['Anne', 'Loic', 'Yann', 'Zoe'])
      expect((await say('partage', { author, url: `${ORIGIN}/gare` })).status).toBe('published');
  });

  test('counts no refused submission and no replay', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const refused = (author: string) =>
      submit('refus', { author, url: URL, text: `Mot de ${author}.`, parent: '01KJVN6A2HWZ3K0V5YB6Q8R9TD' });
    for (const author of ['Anne', 'Loic', 'Zoe']) expect((await refused(author)).statusCode).toBe(422);
    const body = { author: 'Yann', url: URL, text: 'Le port est fermé depuis deux jours.' };
    for (let n = 0; n < 3; n += 1) await submit('refus', body);
    const { status } = await say('refus');
    expect(status).toBe('published');
  });
});

describe('a page that moderators called spam', () => {
  test('counts against its host until that is taken back', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const spam = await say('indesirable', { url: `${URL}promo` });
    const { undo: token } = await rule('indesirable', spam.id, 'spam');
    const held = await say('ailleurs', { author: 'Yann' });
    expect([held.status, await findingOn('ailleurs', held.id)]).toEqual([
      'pending',
      ['boutique.example.com', 'filed as spam'],
    ]);
    expect((await say('ailleurs', { author: 'Yann', url: 'https://yann.example.com' })).status).toBe(
      'published',
    );
    expect((await say('ailleurs', { author: 'Yann', url: undefined })).status).toBe('published');
    expect((await asModerator('read-learning')).json().pages).toEqual([
      { page: 'boutique.example.com', spam: 1 },
    ]);

    await undo(token);
    expect((await say('ailleurs', { author: 'Yann' })).status).toBe('published');
    expect((await asModerator('read-learning')).json().pages).toEqual([]);
  });

  test('counts by page where many people share the host, and holds no regular', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const regular = await aRegular('reseau', { author: 'Anne', url: 'https://facebook.com/voyance' });
    const spam = await say('reseau', { url: 'https://facebook.com/voyance' });
    await rule('reseau', spam.id, 'spam');
    expect((await say('reseau', { author: 'Yann', url: 'https://facebook.com/yann' })).status).toBe(
      'published',
    );
    expect((await say('reseau', { author: 'Yann', url: 'https://fr-fr.facebook.com/Voyance/' })).status).toBe(
      'pending',
    );
    const again = { author: 'Anne', url: 'https://facebook.com/voyance', visitor: regular.visitor };
    expect((await say('reseau', again)).status).toBe('published');
  });

  test('is forgotten with all that the site learned, and after 90 days', async () => {
    await changePolicy({ firstComment: { approvedMin: 0 } });
    const first = await say('oubli');
    await rule('oubli', first.id, 'spam');
    await asModerator('reset-learning', { method: 'DELETE' });
    expect((await say('oubli', { author: 'Yann' })).status).toBe('published');
    const second = await say('oubli', { author: 'Anne' });
    await decide('oubli', second.id, 'spam');
    await follow(backend);
    expect((await say('oubli', { author: 'Loic' })).status).toBe('pending');
    clock.pass(91 * DAY_S);
    expect((await say('oubli', { author: 'Zoe' })).status).toBe('published');
  });
});
