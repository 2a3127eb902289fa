import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { asModerator, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';

withBackend({ policy: noFlood });

type Written = {
  readonly text: string;
  readonly author?: string;
  readonly url?: string;
  readonly title?: string;
};

const textsOf = (genre: string): readonly Written[] =>
  readFileSync(`training/evaluation/texts/fr/${genre}.jsonl`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What checks hold against each comment, but that its author is new; a newcomer's first comments wait anyway. */
const objectionsTo = async (written: readonly Written[], name: string) => {
  const objections: string[][] = [];
  for (const [nth, { text, author, url }] of written.entries()) {
    const article = `${name}-${nth}`;
    await submit(article, { text, author, url });
    const [comment] = (await asModerator('list-article-comments', { article })).json().comments;
    const found = comment?.verdict.findings.filter(
      ({ check, outcome }: any) => outcome !== 'approve' && check !== 'first-comment',
    );
    objections.push((found ?? [{ check: 'refused' }]).map(({ check }: any) => check));
  }
  return objections;
};

test('of forty honest comments on a French news site at most one is objected to by anything', async () => {
  const objections = await objectionsTo(textsOf('ham-news'), 'honnete');
  expect(objections).toHaveLength(40);
  expect(objections.filter(({ length }) => length > 0).length).toBeLessThanOrEqual(1);
});

test('of twenty adverts of today at most three meet no objection', async () => {
  const objections = await objectionsTo(textsOf('spam-today'), 'publicite');
  expect(objections).toHaveLength(20);
  expect(objections.filter(({ length }) => length === 0).length).toBeLessThanOrEqual(3);
});
