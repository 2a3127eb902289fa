import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refusalCodes } from '../../src/comment/refusal.ts';
import { languages } from '../../src/comment/site.ts';
import { type RefusedPost, refusalPage, unread } from '../../src/pages/refusal-page.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { grapheme } from '../characters.ts';
import { controlValue, hostile, parse } from './markup.ts';

const refused = (stated: Partial<RefusedPost> = {}): string =>
  refusalPage({
    language: 'fr',
    code: 'invalid-fields',
    action: '/v1/sites/demo/comments',
    ...stated,
  });

const anything = fc.oneof(
  fc.string({ unit: grapheme, minLength: 1 }),
  fc.string({ unit: fc.constantFrom('\n', '\r', ' ', 'a', '<', '&'), minLength: 1 }),
  fc.constantFrom(...hostile),
);

test('gives back everything typed exactly as it was, under our names or WordPress’s', () => {
  fc.assert(
    fc.property(
      anything,
      anything,
      anything,
      anything,
      fc.boolean(),
      (author, text, email, title, fromWordPress) => {
        const typed = new Map([
          ['author', author],
          [fromWordPress ? 'comment' : 'text', text],
          ['email', email],
          ['url', text],
          ['title', title],
          ['redirect_to', title],
          ['contact_me', author],
        ]);
        const page = refused({ typed, fields: [{ field: 'email', detail: 'x' }] });
        expect(controlValue(page, 'author')).toBe(author);
        expect(controlValue(page, 'text')).toBe(text);
        expect(controlValue(page, 'email')).toBe(email);
        expect(controlValue(page, 'url')).toBe(text);
        expect(controlValue(page, 'title')).toBe(title);
        expect(controlValue(page, 'redirect_to')).toBe(title);
        expect(controlValue(page, 'contact_me')).toBe(author);
      },
    ),
  );
});

test('nothing typed becomes an element or an attribute of the page', () => {
  const shape = (typed: string) =>
    parse(
      refused({
        typed: new Map([
          ['author', typed],
          ['text', typed],
          ['link', typed],
        ]),
        articleLink: typed,
      }),
    ).tags.map(({ name, attributes }) => [name, ...attributes.keys()]);
  fc.assert(fc.property(anything, (typed) => expect(shape(typed)).toEqual(shape('x'))));
});

test('carries a fresh token instead of the old one, and the parent a WordPress form names', () => {
  const typed = new Map([
    ['text', 'x'],
    ['formToken', 'old'],
    ['comment_parent', '01KJVN6A2HWZ3K0V5YB6Q8R9TD'],
    ['wp-comment-cookies-consent', 'yes'],
  ]);
  const page = refused({ typed, formToken: 'fresh' });
  expect(controlValue(page, 'formToken')).toBe('fresh');
  expect(controlValue(page, 'parent')).toBe('01KJVN6A2HWZ3K0V5YB6Q8R9TD');
  expect(page).toContain('value="yes" checked');
});

test('leaves out what nobody could correct: hidden fields that were refused, unknown ones, a parent that is gone', () => {
  const typed = new Map([
    ['text', 'x'],
    ['link', 'ftp://a'],
    ['parent', '01KJVN6A2HWZ3K0V5YB6Q8R9TD'],
    ['role', 'admin'],
  ]);
  const page = refused({ typed, fields: ['link', 'role'].map((field) => ({ field, detail: 'x' })) });
  expect(controlValue(page, 'link')).toBeUndefined();
  expect(controlValue(page, 'role')).toBeUndefined();
  expect(controlValue(page, 'parent')).toBeDefined();
  expect(controlValue(refused({ typed, code: 'parent-not-found' }), 'parent')).toBeUndefined();
  expect(controlValue(refused({ typed: new Map([['parent', '0']]) }), 'parent')).toBeUndefined();
});

test.each(languages)('says in %s what is wrong with each field, next to it', (language) => {
  const fields = ['author', 'email', 'url', 'text'].map((field) => ({ field, detail: 'Said for machines.' }));
  const page = refused({ language, fields, typed: new Map([['text', '']]) });
  const words = wordsIn(language).fields;
  const { tags, text } = parse(page);
  for (const sentence of [words.author, words.email, words.url, words.text]) expect(text).toContain(sentence);
  expect(tags.filter(({ attributes }) => attributes.get('aria-invalid') === 'true')).toHaveLength(4);
  expect(page).not.toContain('Said for machines');
});

test.each(languages)('tells every refusal in %s in sentences of its own', (language) => {
  const told = refusalCodes.map((code) => wordsIn(language).refusals[code].happened);
  expect(new Set(told).size).toBe(refusalCodes.length);
  for (const code of [...refusalCodes, 'internal-error'] as const) {
    const { happened, advice } = wordsIn(language).refusals[code];
    const { text } = parse(refused({ language, code, typed: new Map([['text', 'Mon texte']]) }));
    expect(text).toContain(happened);
    expect(text).toContain(advice);
    expect(text).toContain('Mon texte');
  }
});

test('says how long to wait, and offers to send again', () => {
  const typed = new Map([['text', 'x']]);
  const page = refused({ code: 'too-many-comments', retryAfterS: 540, typed });
  expect(parse(page).text).toContain('9 minutes');
  expect(page).toContain('<button>');
  expect(refused({ code: 'storage-unavailable', typed })).toContain('<button>');
});

test.each(languages)(
  'an answered comment that is gone is told once, with nothing to correct (%s)',
  (language) => {
    const { refusal, refusals, fields } = wordsIn(language);
    const wrong = [{ field: 'parent', detail: 'x' }];
    const typed = new Map([['text', 'x']]);
    const { text } = parse(refused({ language, code: 'parent-not-found', typed, fields: wrong }));
    expect(text).toContain(refusals['parent-not-found'].happened);
    expect(text).not.toContain(refusal.correct);
    expect(text).not.toContain(fields.parent);
    const unseen = [{ field: 'link', detail: 'x' }];
    const renewed = parse(refused({ language, typed, fields: unseen })).text;
    expect(renewed).toContain(fields.link);
    expect(renewed).not.toContain(refusal.correct);
  },
);

test('offers no button where sending again cannot help', () => {
  const page = refused({ code: 'article-closed', typed: new Map([['text', 'x']]) });
  expect(page).not.toContain('<button>');
  expect(controlValue(page, 'text')).toBe('x');
});

test('without a readable form it sends the reader back, and without any form it speaks of the page', () => {
  const words = wordsIn('fr').refusal;
  expect(refused({ code: 'body-too-large' })).toContain(words.lost);
  const lookup = refused({ code: 'receipt-not-found' });
  expect(lookup).toContain(words.nothing);
  expect(lookup).not.toContain(words.lost);
});

test.each(languages)(
  'a page that fails with nothing sent speaks of no comment to send, in %s',
  (language) => {
    const { refusal, refusals } = wordsIn(language);
    for (const code of refusalCodes)
      for (const retryAfterS of [undefined, 30]) {
        if (unread.has(code)) continue;
        const { text } = parse(refused({ language, code, retryAfterS }));
        expect(text).not.toMatch(
          /(?:votre|your) (?:texte|text)\b|(?:commentaire de nouveau|celui-ci de nouveau|comment again)/,
        );
        expect(text).not.toContain(refusal.wait(30));
      }
    expect(parse(refused({ language, code: 'internal-error' })).text).toContain(refusal.retry());
    expect(parse(refused({ language, code: 'storage-unavailable', retryAfterS: 30 })).text).toContain(
      refusal.retry(30),
    );
    const typed = new Map([['text', 'x']]);
    expect(parse(refused({ language, code: 'internal-error', typed })).text).toContain(
      refusals['internal-error'].advice,
    );
  },
);

test('an unexpected failure shows the request’s id and nothing else of it', () => {
  expect(parse(refused({ code: 'internal-error', requestId: 'abc-123' })).text).toContain('abc-123');
  expect(refused({ requestId: 'abc-123' })).not.toContain('abc-123');
});

test('of the address of a page that nothing was sent to it says what is wrong, and nothing of a form', () => {
  for (const language of languages) {
    const words = wordsIn(language);
    const fields = ['comment', 'parent', 'text', 'article'].map((field) => ({ field, detail: 'x' }));
    const { text } = parse(refused({ language, code: 'invalid-query', fields }));
    for (const name of ['comment', 'parent', 'text']) expect(text).toContain(words.wrongParameter(name));
    expect(text).toContain(words.fields.article);
    expect(text).not.toContain(words.unknownField('comment'));
    expect(text).not.toContain(words.fields.parent);
    expect(text).not.toContain(words.refusal.correct);
  }
});
