import { expect, test } from '@jest/globals';
import { wordsFor } from '../../browser/embed/script-words.ts';
import { languages } from '../../src/comment/site.ts';
import { duration } from '../../src/pages/words/duration.ts';
import { wordsIn } from '../../src/pages/words/words.ts';

/** Every sentence of a table, those made by functions with an example. */
const sentences = (table: unknown): readonly string[] => {
  if (typeof table === 'string') return [table];
  if (typeof table === 'function') return [String(table(2)), String(table(1))];
  return Object.values(table as object).flatMap(sentences);
};

test.each(languages)('every sentence in %s says something', (language) => {
  for (const sentence of sentences(wordsIn(language))) expect(sentence.trim()).not.toBe('');
});

test('French sentences keep their punctuation on the line', () => {
  for (const sentence of sentences(wordsIn('fr'))) expect(sentence).not.toMatch(/ [:;!?»]|« |'/);
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
