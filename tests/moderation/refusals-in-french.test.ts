import { expect, test } from '@jest/globals';
import type * as z from 'zod';
import { fr } from '../../browser/moderation/words/refusals/fr.ts';
import { body as addBan } from '../../src/api/moderators/bans/add-ban.ts';
import { body as changePolicy } from '../../src/api/moderators/change-policy.ts';
import { body as decideComments } from '../../src/api/moderators/decide-comments.ts';
import { body as editComment } from '../../src/api/moderators/edit-comment.ts';
import { query as listQueue } from '../../src/api/moderators/list-queue.ts';
import { query as previewEntry } from '../../src/api/moderators/preview-entry.ts';
import { body as replyToComment } from '../../src/api/moderators/reply-to-comment.ts';
import { body as addMember } from '../../src/api/moderators/team/add-member.ts';
import { policyDocument } from '../../src/api/policy/policy-document-schema.ts';
import { readOrRefuse } from '../../src/api/read-or-refuse.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { Refusal } from '../../src/comment/refusal.ts';
import { subjectOfComment } from '../../src/submission/ban-subject.ts';
import { checkName } from '../../src/use-cases/add-member.ts';
import { aComment } from '../make.ts';

const refusedBy = (schema: z.ZodType, value: unknown): readonly string[] =>
  detailsOf(() => readOrRefuse(schema, value));

const detailsOf = (act: () => unknown): readonly string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.fields.map(({ detail }) => detail);
  }
};

const expectFrench = (details: readonly string[]): void => {
  expect(details.length).toBeGreaterThan(0);
  for (const detail of details) {
    const said = fr.detail(detail);
    expect([detail, said]).not.toEqual([detail, 'Cette valeur ne convient pas.']);
    expect(said).not.toMatch(/\b(It|must|the)\b| [:;!?]|'/);
  }
};

const list = (key: string, ...entries: readonly unknown[]) => ({ blocked: { [key]: entries } });
const fixture = { comment: { author: 'A', text: 'Bonjour' }, expected: 'publish' };

test.each([
  ['an unknown setting', { casino: 1 }],
  ['a text for a number', { links: { holdFrom: '2' } }],
  ['a fraction', { links: { holdFrom: 1.5 } }],
  ['too little and too much', { links: { holdFrom: 0 }, text: { charactersMax: 20_000, capitalsMax: 1.5 } }],
  ['a list for an object', { articles: [], checks: [], links: [] }],
  ['an unknown mode', { checks: { links: 'on' } }],
  ['a number for a switch', { bans: { listed: 1 } }],
  ['a text for a list', { blocked: { words: 'casino' } }],
  ['words without letters', list('words', '*', '\u200B', '')],
  [
    'long words and many of them',
    { blocked: { words: ['x'.repeat(101)] }, suspect: { words: Array(5_001).fill('a') } },
  ],
  ['domains that are none', list('domains', 'spam', 'spam.example/page')],
  ['addresses that are none', list('emails', 'jean')],
  ['networks that are none', list('networks', 'voisin1', '0.0.0.0/0')],
  ['articles that are none', { articles: { '': {}, 'https://[': {} } }],
  ['an article in two spellings', { articles: { 'https://a.example/b': {}, 'https://a.example/b/': {} } }],
  [
    'an example without words',
    {
      fixtures: [
        { ...fixture, comment: { author: '', text: ' ' } },
        { ...fixture, approved: -1 },
      ],
    },
  ],
  ['an example that names two lines', { fixtures: [{ ...fixture, name: 'a\nb' }] }],
  ['too many examples', { fixtures: Array(201).fill(fixture) }],
])('what is wrong with %s is said in French', (_, policy) => {
  expectFrench(refusedBy(policyDocument, policy));
});

const hostile = ['', ' \n', '\u200B', 'a\nb', `a${'\u0301'.repeat(90)}`, '\uD800', '\0', 'x'.repeat(20_000)];
const ban = { kind: 'domain', value: 'spam.example', reason: 'publicité' };
const member = { name: 'Léa', role: 'moderator', email: 'lea@example.org' };
const decision = { article: 'a', comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', decision: 'reject' };

test.each<readonly [string, z.ZodType, (typed: string) => unknown]>([
  ['a ban’s reason', addBan(), (reason) => ({ ...ban, reason })],
  ['a banned domain', addBan(), (value) => ({ ...ban, value })],
  ['a banned address', addBan(), (value) => ({ ...ban, kind: 'email', value })],
  ['a banned network', addBan(), (value) => ({ ...ban, kind: 'network', value })],
  ['a member’s name', addMember(), (name) => ({ ...member, name })],
  ['a member’s address', addMember(), (email) => ({ ...member, email })],
  ['a reply', replyToComment(), (text) => ({ article: 'a', parent: decision.comment, text })],
  ['an edited text', editComment(), (text) => ({ version: 1, text })],
  ['a note to the author', decideComments(), (note) => ({ decisions: [{ ...decision, note }] })],
  ['a policy’s note', changePolicy(), (note) => ({ policy: {}, note })],
  ['an entry to try', previewEntry(), (entry) => ({ list: 'words', entry })],
  ['words and links to look for', listQueue(), (typed) => ({ q: typed, link: typed })],
  ['an article to look for', listQueue(), (article) => ({ article })],
])('whatever is wrong with %s is said in French', (_, schema, sent) => {
  const details = hostile.flatMap((typed) => refusedBy(schema, sent(typed)));
  expectFrench(details);
});

test('that a name of the team is taken is said in French', () => {
  const one = { id: 'one', name: 'Léa' } as never;
  const refused = (team: object) =>
    detailsOf(() => checkName({ members: [], invitations: [], ...team }, { id: 'other', name: 'Léa' }));
  expectFrench([...refused({ members: [one] }), ...refused({ invitations: [one] })]);
});

test('an article of nothing but dots is refused in French', () => {
  expectFrench(refusedBy(listQueue(), { article: '..' }));
});

test('why a comment does not tell whom to ban is said in French', () => {
  const { emailKey: _, ...anonymous } = aComment();
  const refusedFor = (kind: 'email' | 'network', comment: Comment) =>
    detailsOf(() => subjectOfComment(kind, comment, false, { ban: () => 'x' }));
  expectFrench([
    ...refusedFor('email', anonymous),
    ...refusedFor('network', { ...anonymous, networkBans: [] }),
    ...refusedFor('email', { ...anonymous, erasedAt: 1 }),
    ...refusedFor('email', { ...anonymous, isStaff: true }),
  ]);
});

test('numbers and plurals are those of French, and what is not known is not said in English', () => {
  expect(fr.detail('It must have at most 10,000 characters.')).toBe(
    'Il faut au plus 10\u202F000 caractères.',
  );
  expect(fr.detail('It must have at least 1 character.')).toBe('Il faut au moins 1 caractère.');
  expect(fr.detail('It must have at most 5,000 entries.')).toBe('Il faut au plus 5\u202F000 entrées.');
  expect(fr.detail('It must be at least 0.1.')).toBe('Indiquez au moins 0,1.');
  expect(fr.detail('Something else.')).toBe('Cette valeur ne convient pas.');
});
