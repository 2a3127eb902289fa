import { expect, test } from '@jest/globals';
import { wordsFor } from '../../browser/embed/script-words.ts';
import { wordsIn as deskWordsIn } from '../../browser/moderation/words/vocabulary.ts';
import { demoWords } from '../../local/demo/demo-words.ts';
import { words as signInWords } from '../../local/sign-in/sign-in-pages.ts';
import { languages } from '../../src/comment/site.ts';
import { feedWords } from '../../src/feeds/feed-words.ts';
import { duration } from '../../src/pages/words/duration.ts';
import { ownWordsIn } from '../../src/pages/words/own/own-words.ts';
import { wordsIn } from '../../src/pages/words/words.ts';
import { en as reasonsEn } from '../../src/screening/filter/sentences/reasons-en.ts';
import { fr as reasons } from '../../src/screening/filter/sentences/reasons-fr.ts';
import { en as findingsEn } from '../../src/screening/sentences/findings-en.ts';
import { fr as findings } from '../../src/screening/sentences/findings-fr.ts';

/** Every sentence of a table, those made by functions with an example. */
const sentences = (table: unknown): readonly string[] => {
  if (typeof table === 'string') return [table];
  if (typeof table === 'function') return [String(table(2, 2)), String(table(1, 1))];
  return Object.values(table as object).flatMap(sentences);
};

test.each(languages)('every sentence in %s says something', (language) => {
  for (const sentence of sentences(wordsIn(language))) expect(sentence.trim()).not.toBe('');
});

test.each([
  ['readers’ pages', [wordsIn('fr'), ownWordsIn('fr'), feedWords.fr, demoWords.fr]],
  ['readers’ script', wordsFor('fr')],
  ['desk', deskWordsIn('fr')],
  ['sign-in pages', signInWords.fr],
  ['findings', [findings, reasons]],
])('French sentences of the %s keep their punctuation on the line', (_, table) => {
  for (const sentence of sentences(table)) {
    expect(sentence).not.toMatch(/ [:;!?»]|« |\d %|'/);
    expect(sentence).not.toMatch(/\u202F[:»%]|\u00A0[;!?]|\d\u00A0\d/);
  }
});

test('English sentences have curly apostrophes', () => {
  const tables = [wordsIn('en'), ownWordsIn('en'), feedWords.en, wordsFor('en'), deskWordsIn('en')];
  for (const sentence of sentences([...tables, signInWords.en, findingsEn, reasonsEn]))
    expect(sentence).not.toContain("'");
});

test.each([
  [1, '1 second'],
  [119, '119 seconds'],
  [121, '3 minutes'],
  [86_400, '24 hours'],
])('a wait of %d s is said as %s, never shorter than it is', (waitS, said) => {
  expect(duration(waitS, 'en-GB')).toBe(said);
});

test.each(languages)('the readers’ script says in %s what the pages say', (language) => {
  const [script, { comments, form, fields, reasons, refusals }] = [wordsFor(language), wordsIn(language)];
  const { title, none, more, previous, fromStart, gone, write, reply, report, removed, withdrawn, edited } =
    comments;
  expect(script).toMatchObject({
    ...{ title, none, more, previous, fromStart, gone, write, reply, report, removed, withdrawn, edited },
    ...{ staff: comments.staff, shut: comments.closed },
    ...{ text: form.text, author: form.author, email: form.email, optional: form.optional, send: form.send },
    fields: { text: fields.text, author: fields.author, email: fields.email, url: fields.url },
    missing: { text: reasons.text.missing, author: reasons.author.missing },
    parentGone: Object.values(refusals['parent-not-found']).join(' '),
  });
  for (const author of ['Aya', 'Hélène', 'Odile']) {
    expect(script.replyTo(author)).toBe(comments.replyTo(author));
    expect(script.reportOf(author)).toBe(comments.reportOf(author));
    expect(script.reportOf(author)).not.toMatch(/ de (?:Aya|Hélène|Odile)/);
  }
  for (const count of [1, 2, 1_234]) expect(script.counted(count)).toBe(comments.counted(count));
});
