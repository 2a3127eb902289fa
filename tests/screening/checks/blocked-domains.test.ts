import { expect, test } from '@jest/globals';
import type { Draft } from '../../../src/comment/comment.ts';
import { blockedDomains } from '../../../src/screening/checks/blocked-domains.ts';
import { hostsOf } from '../../../src/screening/hosts-of.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (draft: Partial<Draft>, ...domains: readonly string[]) =>
  blockedDomains.run(anEvidence({ draft: aDraft(draft), policy: aPolicy({ blocked: { domains } }) }));

test.each([
  ['http://evil.example/x', 'evil.example'],
  ['HTTPS://WWW.EVIL.EXAMPLE', 'Evil.Example'],
  ['http://a.b.evil.example:8080/', 'evil.example'],
  ['http://evil.example./', 'evil.example'],
  ['https://bank.example@evil.example/', 'evil.example'],
  ['<a href="//evil.com">ici</a>', 'evil.com'],
  ['http://evil.example@good.example', 'evil.example'],
  ['evil&#46;com, ev\u200Bil.com', 'evil.com'],
  ['hxxp://evil.com, http:/evil.com, http:\\\\evil.com', 'evil.com'],
  ['xhttp://evil.com', 'evil.com'],
  ['http:///evil.com', 'evil.com'],
  ['https:\\\\\\/evil.com', 'evil.com'],
  ['http://evil。com', 'evil.com'],
  ['voir evil｡com/x', 'evil.com'],
  ['http://www．evil。com', 'evil.com'],
  ['ht\ttp://evil.com', 'evil.com'],
  ['voir evil.com', '*.com'],
  ['écrire à contact@evil.com', 'evil.com'],
  ['http://mega-casino-7.example', '*casino*.example'],
  ['http://münchen.example', 'münchen.example'],
  ['http://xn--mnchen-3ya.example', 'MÜNCHEN.example'],
  ['voir _spam-ad.com_', 'spam-ad.com'],
  ['__spam-ad.com__', 'spam-ad.com'],
  ['_www.spam-ad.com_', 'spam-ad.com'],
  ['.spam-ad.com', 'spam-ad.com'],
  ['-spam-ad.com, /spam-ad.com', 'spam-ad.com'],
  ['enfin...spam-ad.com', 'spam-ad.com'],
  ['spam\\-ad.com', 'spam-ad.com'],
  ['spam-**ad**.com', 'spam-ad.com'],
  ['spam-***ad***.com', 'spam-ad.com'],
  ['spam-`ad`.com', 'spam-ad.com'],
  ['spam-*ad.*com', 'spam-ad.com'],
  ['spam-[ad](http://good.example).com', 'spam-ad.com'],
  ['voir evil.bet vite', 'evil.bet'],
  ['voir www2.spam.paris/x, ou spam.Paris', 'spam.paris'],
  ['voir evil.bzh vite', '*.bzh'],
  ['chez Evil.Photography', 'evil.photography'],
  ['sur mega-casino.page', '*casino*.page'],
  ['https://www.google.com/url?q=http%3A%2F%2Fevil.com%2Fx&sa=D', 'evil.com'],
  ['https://l.facebook.com/l.php?u=https%253A%252F%252Fevil.com', 'evil.com'],
  ['https://web.archive.org/web/2026/http://evil.com/', 'evil.com'],
  ['https://good.fr/?u=evil.com', 'evil.com'],
  ['good.fr/#evil.bet', 'evil.bet'],
  ['https://www.google.com/url?q=https://l.facebook.com/l.php?u=http%3A%2F%2Fevil.com', 'evil.com'],
  ['https://evil-com.translate.goog/x', 'evil.com'],
  ['https://spam--ad-co-uk.translate.goog', 'spam-ad.co.uk'],
])('finds the host of %s by %s', (text, entry) => {
  expect(on({ text }, entry)).toMatchObject({ outcome: 'spam', traces: [{ field: 'text', term: entry }] });
});

test.each([
  ['http://notevil.example', 'evil.example'],
  ['http://evil.example.org', 'evil.example'],
  ['http://good.example/evil.example', 'evil.example'],
  ['snake_evil.com and http://good.example/_evil.com', 'evil.com'],
  ['_notevil.com_ **evil** .com', 'evil.com'],
  ['C’est la ville.Paris est loin', '*.paris'],
  ['http://good.example/dossier/evil.bet', 'evil.bet'],
  ['https://good.example/?q=evil+com', 'evil.com'],
  ['http://evil.example', '*'],
  ['http://evil.example', '*.*'],
  ['http://evil.example', ''],
  ['http://evil.example', 'http://evil.example/'],
  ['http://evil.example', 'évil\u0000 .example'],
])('does not find the host of %s by %j', (text, entry) => {
  expect(on({ text }, entry)).toBeUndefined();
});

test("checks the author's page and e-mail address as well", () => {
  expect(on({ url: 'https://www.evil.example/' }, 'evil.example')?.traces[0]?.field).toBe('url');
  expect(on({ url: 'https://good.example/?u=evil.example' }, 'evil.example')?.traces[0]?.field).toBe('url');
  expect(on({ email: 'jean@mail.evil.example' }, 'evil.example')?.traces[0]?.field).toBe('email');
});

test.each([
  'a.fr/?a.fr/?',
  'a.fr/%2525',
  'http://a.fr/http://',
  'a_',
  '_',
  '\\-',
  '*a',
  '[a](',
  '[',
  '.',
  '-.',
  '`',
  'a.com ',
])('looks once through a text of nothing but %j', (piece) => {
  const text = piece.repeat(20_000 / piece.length);
  const spent = cpuMsOf(() => {
    for (let turn = 0; turn < 20; turn += 1) hostsOf(aDraft({ text }));
  });
  expect(spent).toBeLessThan(4_000);
});

test('looks once for the host that a link shows before its @', () => {
  const text = `http://${'a'.repeat(19_000)}`;
  // So long as the longest text: only a hundred of them tell one look from many.
  const spent = cpuMsOf(() => {
    for (let turn = 0; turn < 100; turn += 1) hostsOf(aDraft({ text }));
  });
  expect(spent).toBeLessThan(2_000);
});
