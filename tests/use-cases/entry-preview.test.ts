import { beforeAll, expect, test } from '@jest/globals';
import { ask } from '../journeys/call-gateway.ts';
import { alice } from '../journeys/people.ts';
import { asModerator, decide, pending, submit } from '../journeys/requests.ts';
import { withBackend } from '../journeys/with-backend.ts';

const backend = withBackend();

const ROUTE = '/v1/sites/{site}/admin/policy/preview';
const preview = (list: string, entry: string) =>
  asModerator('preview-entry', { route: ROUTE, query: String(new URLSearchParams({ list, entry })) });
const found = async (list: string, entry: string) => (await preview(list, entry)).json();

const sent: readonly (readonly [string, Record<string, string>])[] = [
  ['gare', { author: 'Ada', text: 'Le parking de la gare est fermé, et le café aussi.' }],
  [
    'gare',
    { author: 'Bob', text: 'Gagnez au CASINO\u0301 en ligne, chez nous !', email: 'bob@spam.example' },
  ],
  ['gare', { author: 'Cléo', text: 'On y va ? Voir https://www.shop.example/a?b=1 avant midi.' }],
  ['pont', { author: 'Dan Casinos', text: 'Le pont est top, vraiment.' }],
  ['pont', { author: 'Eva', text: 'Écrit en C++, dit-on.', url: 'https://eva.example/' }],
];
beforeAll(async () => {
  for (const [at, [article, body]] of sent.entries())
    expect((await submit(article, body, { ip: `192.0.2.${at + 1}` })).statusCode).toBe(202);
  const [first] = (await pending()).filter(({ author }: any) => author.name === 'Ada');
  await decide('gare', first.id, 'approve');
});

test.each([
  ['casino', 'casino', 'word', 'casino', ['Bob']],
  ['CASINO*', 'CASINO*', 'prefix', 'casino*', ['Dan Casinos', 'Bob']],
  ['*rking', '*rking', 'suffix', '*rking', ['Ada']],
  ['*arki*', '*arki*', 'inside', '*arki*', ['Ada']],
  ['c*f*', 'c*f*', 'pattern', 'c*f*', ['Ada']],
  ['en ligne', 'en ligne', 'phrase', 'en ligne', ['Bob']],
  ['.top', '.top', 'signs', '.top', []],
  ['C++', 'C++', 'signs', 'c++', ['Eva']],
])(
  'a word tells how it is read and whom it would have caught: %s',
  async (entry, form, reading, sought, by) => {
    const said = await found('words', entry);
    expect(said).toMatchObject({ list: 'words', entry: form, reading, sought, compared: 5 });
    expect(said.comments.map(({ author }: any) => author)).toEqual(by);
  },
);

test('a match names its comment, its state and the words that match, with what stands around them', async () => {
  const { comments } = await found('words', 'café');
  expect(comments).toEqual([
    {
      id: expect.any(String),
      ...{ article: 'gare', status: 'approved', author: 'Ada', field: 'text' },
      createdAt: expect.any(String),
      excerpt: { before: 'Le parking de la gare est fermé, et le ', match: 'café', after: ' aussi.' },
    },
  ]);
});

test.each([
  ['https://www.Shop.example/', 'shop.example', 'domain', ['Cléo']],
  ['*.example', '*.example', 'top-level', ['Eva', 'Cléo']],
  ['sho*.example', 'sho*.example', 'pattern', ['Cléo']],
  ['eva.example', 'eva.example', 'domain', ['Eva']],
  ['other.example', 'other.example', 'domain', []],
])('a domain is shown in the form in which it is kept: %s', async (entry, form, reading, by) => {
  const said = await found('domains', entry);
  expect(said).toMatchObject({ entry: form, reading, compared: 5 });
  expect(said.comments.map(({ author }: any) => author)).toEqual(by);
});

test('an e-mail is compared by its pseudonym, and a pattern of e-mails with nothing', async () => {
  const one = await found('emails', 'Bob@Spam.example');
  expect([one.entry, one.reading, one.comments]).toEqual([
    'bob@spam.example',
    'address',
    [expect.objectContaining({ author: 'Bob', field: 'email', excerpt: null })],
  ]);
  expect(await found('emails', '@spam.example')).toMatchObject({
    ...{ entry: '*@spam.example', reading: 'host', compared: 0, comments: [] },
  });
});

test.each([
  ['192.0.2.7', 'address', '192.0.2.7'],
  ['192.0.2.*', 'network', '192.0.2.0/24'],
  ['192.0.2.7/20', 'network', '192.0.0.0/20'],
  ['2001:DB8::1', 'address', '2001:db8::1'],
  ['2001:db8:0:1:2::/64', 'network', '2001:db8:0:1::/64'],
])(
  'a network tells which addresses it stands for, and never who wrote from them: %s',
  async (entry, reading, sought) => {
    expect(await found('networks', entry)).toMatchObject({
      entry,
      reading,
      sought,
      compared: 0,
      comments: [],
    });
  },
);

test.each([
  ['networks', '192.0.2.1/33', 'It must be an address or a prefix.'],
  ['networks', '0.0.0.0/0', 'It would match every address.'],
  ['domains', 'spam.example/path', 'It must be a domain such as spam.example or *.top, without a path.'],
  ['domains', 'spam', 'It must be a domain such as spam.example.'],
  ['words', '...', 'It must hold a letter or a digit.'],
  ['words', '', 'It must hold a letter or a digit.'],
  ['words', '*', 'It must hold a letter or a digit.'],
  ['words', 'a'.repeat(101), 'It must have at most 100 characters.'],
  ['emails', 'a b@c.example', 'It must be an email address such as jean@spam.example or *@spam.example.'],
])('an entry that the list would refuse is refused with the reason: %s %j', async (list, entry, detail) => {
  const answer = await preview(list, entry);
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'invalid-fields']);
  expect(answer.json().errors ?? answer.json().fields).toEqual([
    expect.objectContaining({ field: 'entry', detail }),
  ]);
});

test.each(['list=hosts&entry=192.0.2.1', 'list=words', 'entry=a', 'list=words&entry=a&entry=b', ''])(
  'a query that names no list or no entry is refused: %j',
  async (query) => {
    expect((await asModerator('preview-entry', { route: ROUTE, query })).statusCode).toBe(400);
  },
);

test('an entry in any form is accepted here as it is by the policy, for the same form', async () => {
  for (const entry of ['Spam.example', '@spam.example', 'top', 'évil.fr', 'spam.example:8080', 'a b']) {
    const kept = await asModerator('change-policy', {
      ...{ method: 'PUT', route: '/v1/sites/{site}/admin/policy' },
      body: { policy: { blocked: { domains: [entry] } } },
    });
    const shown = await preview('domains', entry);
    expect([entry, shown.statusCode]).toEqual([entry, kept.statusCode]);
    if (kept.statusCode === 200) expect(shown.json().entry).toBe(kept.json().policy.blocked.domains[0]);
  }
});

test('nobody but the site’s moderators may look', async () => {
  const asked = { route: ROUTE, params: { site: 'demo' }, query: 'list=words&entry=a' };
  expect((await ask('preview-entry', asked)).statusCode).toBe(401);
  expect((await ask('preview-entry', { ...asked, claims: alice })).statusCode).toBe(404);
});

test('looking changes nothing', async () => {
  const before = await backend.dump();
  await found('words', 'casino');
  expect(await backend.dump()).toEqual(before);
});
