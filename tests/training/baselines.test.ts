import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spamicities } from '../../training/baselines/bogofilter.ts';
import { mailOf, mboxOf } from '../../training/baselines/mail.ts';
import { versionIn } from '../../training/baselines/program.ts';
import { toldOf } from '../../training/baselines/rspamd.ts';
import { spamScores } from '../../training/baselines/spamassassin.ts';
import { codePoint } from '../characters.ts';

const NOW = new Date('2024-03-05T06:07:08Z');
const lineOf = (mail: string, header: string) =>
  mail.match(new RegExp(`^${header}: (.*(?:\\n .*)*)`, 'm'))?.[1] ?? '';

test('turns a comment into a message with its author as sender, its title as subject and its page at the end', () => {
  const mail = mailOf(
    {
      text: 'Bien vu !',
      author: 'Marie Le Goff',
      email: 'm@example.org',
      title: 'Les marees',
      url: 'marie.example',
    },
    0,
    NOW,
  );
  expect(lineOf(mail, 'From')).toBe('Marie Le Goff <m@example.org>');
  expect(lineOf(mail, 'Subject')).toBe('Les marees');
  expect(lineOf(mail, 'Date')).toBe('Tue, 05 Mar 2024 06:07:08 +0000');
  expect(mail.slice(mail.indexOf('\n\n'))).toBe('\n\nBien vu !\n\nmarie.example\n');
});

test('encodes a name in other scripts in words of at most 75 characters', () => {
  const name = 'Éléonore d’Aquitaine 漢字漢字漢字漢字漢字漢字漢字漢字';
  const words = lineOf(mailOf({ text: '', author: name }, 0, NOW), 'From')
    .split(/\s+/)
    .slice(0, -1);
  expect(words.every((word) => word.length <= 75)).toBe(true);
  const bytes = words.map((word) => Buffer.from(word.slice('=?utf-8?B?'.length, -2), 'base64').toString());
  expect(bytes.join('')).toBe(name);
});

test('gives every message the same headers and no line too long, whatever was typed', () => {
  const texts = fc.string({ unit: codePoint, maxLength: 600 });
  fc.assert(
    fc.property(texts, texts, texts, (text, author, title) => {
      const mail = mailOf({ text, author, title, email: author }, 0, NOW);
      const head = mail.slice(0, mail.indexOf('\n\n'));
      expect(head.split('\n').filter((line) => !line.startsWith(' '))).toHaveLength(8);
      expect(mail.split('\n').every((line) => Buffer.byteLength(line) < 1_000)).toBe(true);
    }),
  );
});

test('a mailbox separates exactly as many messages as it holds, whatever they contain', () => {
  const mails = ['From here to there\n>From elsewhere', 'second'].map((text) => mailOf({ text }, 0, NOW));
  const mbox = mboxOf(mails, NOW);
  expect(mbox.match(/^From /gm)).toHaveLength(2);
  expect(mbox).toMatch(/^From comments Tue Mar 05 06:07:08 2024\n/);
  expect(mbox).toContain('\n>From here to there\n>>From elsewhere\n');
});

test('reads bogofilter’s lines as spamicities', () => {
  expect(spamicities('S 0.991605\nU 0.52\nH 9.1e-03\n')).toEqual([0.991605, 0.52, 0.0091]);
});

test('reads SpamAssassin’s headers as scores, in the order of the comments', () => {
  const messageOf = (status: string, nth: number) =>
    `From a\nX-Spam-Status: ${status} required=5.0 tests=NO_RECEIVED,\n\tNO_RELAYS\n${mailOf({ text: 'score=9' }, nth, NOW)}`;
  const said = messageOf('No, score=-0.5', 10) + messageOf('Yes, score=7.3', 2);
  expect(spamScores(said)).toEqual([7.3, -0.5]);
});

test('counts as blocked what rspamd would mark, and not what it would only delay', () => {
  const answers = [
    { score: 6.5, action: 'add header' },
    { score: 4.5, action: 'greylist' },
  ].map((answer) => JSON.stringify(answer));
  const told = toldOf(answers, [{ isSpam: true }, { isSpam: false }]);
  expect(told).toEqual([
    { score: 6.5, isSpam: true, blocked: true },
    { score: 4.5, isSpam: false, blocked: false },
  ]);
  expect(() => toldOf(answers.slice(1), [])).toThrow('1 answers to 0 comments');
});

test('reads each program’s own way of stating its version', () => {
  expect(
    ['bogofilter version 1.2.5\n Copyright', 'SpamAssassin version 4.0.1', 'Rspamd daemon version 3.4'].map(
      versionIn,
    ),
  ).toEqual(['1.2.5', '4.0.1', '3.4']);
});
