import { expect, test } from '@jest/globals';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { claire, enlist } from '../people.ts';
import { asModerator, decide, list, submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend();

const advertising = {
  author: 'casino en ligne',
  url: 'http://casino-bonus.example.xyz/',
  text: 'Jouez au casino en ligne, bonus gratuit 500 € ! http://casino-bonus.example.xyz/free WhatsApp +33 6 12 34 56 78',
};
const spamIn = async (language: string) => {
  const answer = await asModerator('list-queue', {
    params: { queue: 'spam' },
    query: 'reason=learned-filter',
    headers: { 'accept-language': language },
  });
  const [{ verdict }] = answer.json().comments;
  return verdict.findings.find(({ check }: any) => check === 'learned-filter');
};

test('advertising is answered like a held comment, waits as spam, and moderators read why in their language', async () => {
  const answer = await submit('filtre', advertising);
  expect([answer.statusCode, answer.json().status]).toEqual([202, 'pending']);
  expect((await list('filtre')).json().comments).toEqual([]);

  const french = await spamIn('fr-FR,fr;q=0.9');
  expect(french).toMatchObject({ outcome: 'spam', version: 2 });
  expect(french.because.length).toBeGreaterThan(1);
  expect(french.because.join(' ')).toMatch(/publicité.*«\u00A0casino\u00A0»/);
  expect((await spamIn('en')).because.join(' ')).toMatch(/advertising|keyword/i);
});

test('its author reads what was noticed, but no term, on the page and as data', async () => {
  const { receipt } = (await submit('filtre', { ...advertising, text: `${advertising.text} !` })).json();
  const view = (await ask('show-receipt', { params: { receipt } })).json();
  expect(view.status).toBe('pending');
  expect(view.because.length).toBeGreaterThan(0);
  expect(view.because.join(' ')).not.toMatch(/«|~|casino|xyz/);
  const page = await ask('show-receipt', { params: { receipt }, headers: { accept: 'text/html' } });
  for (const sentence of view.because) expect(page.body).toContain(`<li>${sentence}</li>`);
});

test('a held newcomer reads that first comments are looked at', async () => {
  const { receipt } = (
    await submit('filtre', { author: 'Yann', text: 'La digue a tenu cette nuit.' })
  ).json();
  const view = (await ask('show-receipt', { params: { receipt } })).json();
  expect(view.because).toEqual([
    'Les premiers commentaires d’une personne, et parfois les suivants, sont relus avant d’être publiés.',
  ]);
});

test('an insult is pointed out to moderators', async () => {
  await submit('injure', { author: 'Yann', text: 'Quel c0nnard, ce maire, vraiment.' });
  const asked = { params: { queue: 'pending' }, query: 'reason=abusive-words' };
  const [comment, ...others] = (await asModerator('list-queue', asked)).json().comments;
  expect(others).toEqual([]);
  const flag = comment.verdict.findings.find(({ check }: any) => check === 'abusive-words');
  expect(flag).toMatchObject({ outcome: 'approve', evidence: [{ field: 'text', term: 'connard' }] });
});

test('what a site’s moderators called spam is caught there from then on, and nowhere else', async () => {
  const offer = (town: string) => ({
    author: 'Odile',
    text: `À ${town}, la maison des Glycines vous attend : cinq chambres au calme et table du soir.`,
  });
  const news = (town: string) => ({ author: 'Yann', text: `À ${town} la digue a tenu cette nuit.` });
  const foundBy = async (site: string, article: string) => {
    const asked = { params: { site }, article, query: 'verdict=full' };
    const [comment] = (await asModerator('list-article-comments', asked)).json().comments;
    return comment.verdict.findings.find(({ check }: any) => check === 'learned-filter').outcome;
  };
  for (const [nth, town] of ['Brest', 'Vannes', 'Dinan', 'Auray', 'Redon', 'Lannion'].entries()) {
    const { id: spam } = (await submit(`offre-${nth}`, offer(town))).json();
    await decide(`offre-${nth}`, spam, 'spam');
    const { id: honest } = (await submit(`nouvelle-${nth}`, news(town))).json();
    await decide(`nouvelle-${nth}`, honest, 'approve');
  }
  expect(await foundBy('demo', 'offre-0')).toBe('approve');
  await follow(backend);

  await submit('apprise', offer('Quimper'));
  expect(await foundBy('demo', 'apprise')).not.toBe('approve');
  await submit('honnete', news('Quimper'));
  expect(await foundBy('demo', 'honnete')).toBe('approve');
  await enlist(backend, 'autre', claire);
  await submit('', offer('Morlaix'), { params: { site: 'autre' }, article: 'ailleurs' });
  expect(await foundBy('autre', 'ailleurs')).toBe('approve');
});

test('what moderators decide against the filter is counted by site and reason, for as long as it stands', async () => {
  const audited = async () => (await asModerator('read-learning', {})).json().audit;
  const sums = async () => {
    const audit: Record<string, Record<string, number>> = await audited();
    return Object.fromEntries(
      Object.entries(audit).map(([agreement, reasons]) => [
        agreement,
        Object.values(reasons).reduce((a, b) => a + b),
      ]),
    );
  };
  const before = await sums();
  const { id } = (
    await submit('contredit', { ...advertising, text: `${advertising.text} Bonne journée` })
  ).json();
  const { undo } = (await decide('contredit', id, 'approve')).json();
  await follow(backend);
  expect((await sums()).calledSpam).toBe((before.calledSpam ?? 0) + 1);

  await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await follow(backend);
  expect((await sums()).calledSpam).toBe(before.calledSpam);
});
