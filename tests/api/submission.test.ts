import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromForm, fromJson } from '../../src/api/submission.ts';
import { codePoint } from '../characters.ts';
import { cpuMsOf } from '../cpu-time.ts';
import { fieldsOf, refused } from './refused.ts';

const read = (value: unknown) => fromJson(value);
const comment = { article: 'gare', author: 'Amina', text: 'Merci.' };
const form = (fields: Readonly<Record<string, string>>) => fromForm(new Map(Object.entries(fields)));
const ID = '01KJVN6A2HWZ3K0V5YB6Q8R9TD';

test('reads every field a reader may send', () => {
  const whole = {
    ...comment,
    email: 'amina@example.fr',
    url: 'https://www.example.fr/',
    parent: ID,
    title: 'Un titre',
    link: 'https://www.example.fr/a',
    formToken: 'f',
    visitor: 'v',
    proof: 'p',
    contact_me: 'c',
  };
  expect(read(whole)).toEqual(whole);
});

test('takes spaces around one-line fields away', () => {
  const { author, email, url } = read({ ...comment, author: ' A B ', email: ' a@b.fr ', url: ' b.fr ' });
  expect([author, email, url]).toEqual(['A B', 'a@b.fr', 'https://b.fr/']);
});

test('keeps a text as typed, but for line breaks of one kind and no control characters', () => {
  expect(read({ ...comment, text: ' a\r\nb\rc\u000bd\te\u0007f\u0085\n ' }).text).toBe(' a\nb\nc\nd\tef…\n ');
});

test('keeps every other text byte for byte, and its own reading too', () => {
  const line = fc.string({ unit: codePoint }).filter((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));
  const text = fc.array(line, { minLength: 1 }).map((lines) => `.${lines.join('\n\t')}`);
  fc.assert(fc.property(text, (typed) => expect(read({ ...comment, text: typed }).text).toBe(typed)));
});

test.each(["👨‍👩‍👧‍👦 é e\u0301 \u2028 <q cite='Hello 🔥'>x</q>", '\u202Ea\u2066', 'a\u200bb'])(
  'keeps %j',
  (text) => {
    expect(read({ ...comment, text }).text).toBe(text);
  },
);

test('counts characters as people do, not UTF-16 units', () => {
  expect(read({ ...comment, author: '𝒜'.repeat(245), text: '👍'.repeat(10_000) }).text).toHaveLength(20_000);
  expect(fieldsOf(() => read({ ...comment, author: '𝒜'.repeat(246), text: '👍'.repeat(10_001) }))).toEqual([
    'author',
    'text',
  ]);
});

test.each([
  ['author', ''],
  ['author', 'x'.repeat(246)],
  ['author', 'a\nb'],
  ['author', 'a\r\nBcc: evil@example.org'],
  ['author', 'a\u2028b'],
  ['author', '\ud800'],
  ['author', '\u200b\u3164'],
  ['author', 1],
  ['author', null],
  ['author', ['a', 'b']],
  ['text', ''],
  ['text', ' \n '],
  ['text', '\u200b\u2800\u3164\u00ad\u00a0'],
  ['text', 'a\0'],
  ['text', '\udc00'],
  ['text', 'x'.repeat(10_001)],
  ['text', { $ne: '' }],
  ['email', 'a@b.c, evil@x.example'],
  ['email', '"v@x.example x"@evil.example'],
  ['email', '%@%'],
  ['email', '*@example.fr'],
  ['email', 'a@b.fr\r\nBcc: c@d.fr'],
  ['email', `${'a'.repeat(96)}@b.fr`],
  ['url', 'javascript:alert(1)'],
  ['url', `https://example.fr/${'a'.repeat(200)}`],
  ['parent', 'x'],
  ['parent', ID.toLowerCase()],
  ['parent', `${ID}\n`],
  ['title', 'x'.repeat(301)],
  ['link', '//evil.example'],
  ['link', `https://example.fr/${'a'.repeat(2_048)}`],
  ['formToken', 'x'.repeat(601)],
  ['visitor', 'x'.repeat(601)],
  ['proof', 'x'.repeat(4_001)],
  ['contact_me', 'x'.repeat(1_001)],
  ['status', 'approved'],
  ['constructor', { prototype: { x: 1 } }],
])('refuses %s %j by its name', (field, value) => {
  const refusal = refused(() => read({ ...comment, [field]: value }));
  expect(refusal.code).toBe('invalid-fields');
  expect(refusal.fields.map((problem) => problem.field)).toEqual([field]);
});

test('refuses __proto__ as any other unknown field of JSON, and ignores it in a form', () => {
  const sent = JSON.parse('{"article":"c","author":"a","text":"b","__proto__":{"status":"approved"}}');
  expect(fieldsOf(() => read(sent))).toEqual(['__proto__']);
  const fields = new Map([
    ['article', 'c'],
    ['author', 'a'],
    ['text', 'b'],
    ['__proto__', 'a'],
  ]);
  expect(fromForm(fields).submission).toEqual({ article: 'c', author: 'a', text: 'b' });
  expect(form({ ...comment, constructor: 'a', toString: 'b' }).submission).toEqual(comment);
});

test.each([null, undefined, [], 'x', 1, true])('refuses %j as a whole', (value) => {
  expect(fieldsOf(() => read(value))).toEqual(['body']);
});

test('never says what was sent, only where and why, and only so much', () => {
  const canary = 'canary@example.org';
  const values = fc.record({
    author: fc.constantFrom(canary.repeat(20), `${canary}\n`, { canary }),
    email: fc.constant(`${canary},`),
    url: fc.constantFrom(`javascript:${canary}`, [canary]),
    text: fc.constantFrom(`${canary}\0`, canary.repeat(1_000)),
  });
  fc.assert(
    fc.property(values, (value) => {
      const { message, fields, cause } = refused(() => read(value));
      expect(JSON.stringify([message, fields, cause])).not.toContain('canary');
    }),
  );
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, at) => [`\u001b[2J${at}${'y'.repeat(200)}`, 1]),
  );
  const { fields } = refused(() => read(many));
  expect(fields.length).toBeLessThanOrEqual(20);
  for (const { field } of fields) expect(field).toMatch(/^[^\p{C}]{1,60}$/u);
});

test('no value whatever brings anything but a refusal', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => expect(refused(() => read(value)).code).toBe('invalid-fields')),
  );
  fc.assert(
    fc.property(fc.object(), (value) =>
      expect(refused(() => read({ ...value, author: 1 })).code).toBe('invalid-fields'),
    ),
  );
});

test('reads a WordPress form as it is', () => {
  expect(
    form({
      author: 'Amina',
      email: '',
      url: '',
      comment: 'Merci.\r\n',
      comment_parent: '0',
      comment_post_ID: '12',
      'wp-comment-cookies-consent': 'yes',
      redirect_to: '/2026/03/lecture/',
      submit: 'Laisser un commentaire',
    }),
  ).toEqual({
    submission: { article: '12', author: 'Amina', text: 'Merci.\n' },
    remember: 'yes',
    redirectTo: '/2026/03/lecture/',
    dropped: [],
  });
});

test('reads a form with our names the same', () => {
  expect(form({ ...comment, parent: ID, title: '', formToken: 't', contact_me: '' })).toEqual({
    submission: { ...comment, parent: ID, formToken: 't' },
    dropped: [],
  });
  expect(form({ ...comment, comment_parent: ID }).submission.parent).toBe(ID);
  expect(form({ ...comment, parent: '0' }).submission.parent).toBeUndefined();
  expect(form({ ...comment, comment_parent: '0', parent: ID }).submission.parent).toBe(ID);
});

test('names the fields of a form as ours', () => {
  expect(fieldsOf(() => form({ author: '', comment: '' }))).toEqual(['article', 'author', 'text']);
  expect(fieldsOf(() => form({ ...comment, comment_parent: '12', role: 'admin' }))).toEqual(['parent']);
});

test('a form’s article is its field, else the one its action names, else WordPress’s number', () => {
  const { article: _, ...rest } = comment;
  const read = (fields: Record<string, string>, ...ofAction: string[]) =>
    fromForm(new Map(Object.entries({ ...rest, ...fields })), ofAction).submission.article;
  expect(read({ article: 'a', comment_post_ID: '12' }, 'b')).toBe('a');
  expect(read({ article: '', comment_post_ID: '12' }, 'https://www.example.fr/b/?utm_id=1')).toBe(
    'https://www.example.fr/b',
  );
  expect(read({ comment_post_ID: '12' })).toBe('12');
  expect(fieldsOf(() => read({ comment_post_ID: '' }))).toEqual(['article']);
  expect(read({ article: ' \t' }, 'b')).toBe('b');
  expect(read({}, ' ', 'b')).toBe('b');
  expect(fieldsOf(() => read({ article: ' ' }, ''))).toEqual(['article']);
});

test('does not choose between two articles that a form’s action names, unless they are one, or a field decides', () => {
  const { article: _, ...rest } = comment;
  const read = (fields: Record<string, string>, ...ofAction: string[]) =>
    fromForm(new Map(Object.entries({ ...rest, ...fields })), ofAction).submission.article;
  expect(fieldsOf(() => read({ comment_post_ID: '12' }, 'a', 'b'))).toEqual(['article']);
  expect(read({}, 'a', 'a')).toBe('a');
  expect(read({}, 'http://www.example.fr/a/', 'https://www.example.fr/a')).toBe('https://www.example.fr/a');
  expect(read({ article: 'c' }, 'a', 'b')).toBe('c');
});

test('a form whose hidden field a robot filled to the brim is no less a robot’s', () => {
  const filled = 'mot '.repeat(2_000);
  const { contact_me: read } = form({ ...comment, contact_me: filled }).submission;
  expect([read?.length, filled.startsWith(read ?? '-')]).toEqual([1_000, true]);
});

test('does not choose between two texts', () => {
  expect(fieldsOf(() => form({ ...comment, comment: 'Autre' }))).toEqual(['text']);
});

test('a way back that is too long is no reason to lose a comment', () => {
  expect(form({ ...comment, redirect_to: 'x'.repeat(5_000) })).toEqual({
    submission: comment,
    dropped: [],
  });
});

test('what themes and plugins add to a form is ignored', () => {
  const plugins = { ak_js: '1764316800', _wp_unfiltered_html_comment: 'a1b2', 'g-recaptcha-response': 'x' };
  expect(form({ ...comment, ...plugins }).submission).toEqual(comment);
});

test('what the publisher’s page filled in wrongly is dropped from a form, and refused from JSON', () => {
  const wrong = { link: 'javascript:x', title: 'x'.repeat(301), formToken: 'x'.repeat(601), visitor: 'a\0' };
  const { submission, dropped } = form({ ...comment, ...wrong });
  expect([submission, dropped.toSorted()]).toEqual([comment, ['formToken', 'link', 'title', 'visitor']]);
  expect(fieldsOf(() => read({ ...comment, ...wrong })).toSorted()).toEqual(dropped.toSorted());
});

test.each([null, '', ' ', '\t\u00a0', 'http://', ' HTTPS:// '])(
  'an optional field of %j is not given',
  (nothing) => {
    const optional = [
      'email',
      'url',
      'parent',
      'title',
      'link',
      'formToken',
      'visitor',
      'proof',
      'contact_me',
    ];
    const sent = Object.fromEntries(optional.map((name) => [name, nothing]));
    expect(read({ ...comment, ...sent })).toEqual(comment);
    if (nothing !== null)
      expect(form({ ...comment, ...(sent as Record<string, string>) }).submission).toEqual(comment);
  },
);

test.each([
  ['https://www.example.fr/a?p=12&utm_source=lettre&fbclid=x', 'https://www.example.fr/a?p=12'],
  ['https://www.example.fr/a?UTM_Medium=mail', 'https://www.example.fr/a'],
  ['https://www.example.fr/a?replytocom=5&b=%2f#x', 'https://www.example.fr/a?b=%2f#x'],
  ['https://www.example.fr/a/?q=a+b&c', 'https://www.example.fr/a/?q=a+b&c'],
  ['https://www.example.fr/?', 'https://www.example.fr/?'],
])('the article’s address does not tell how this reader came there: %s', (link, kept) => {
  expect(read({ ...comment, link }).link).toBe(kept);
  expect(form({ ...comment, link }).submission.link).toBe(kept);
});

test('looks once at a field of nothing but spaces to the end', () => {
  const sent = { ...comment, url: `${'\t'.repeat(300_000)}S` };
  expect(cpuMsOf(() => expect(() => read(sent)).toThrow())).toBeLessThan(1_000);
});
