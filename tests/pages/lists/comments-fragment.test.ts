import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentId } from '../../../src/comment/comment.ts';
import { newCommentId } from '../../../src/comment/comment-id.ts';
import { defaultPolicy } from '../../../src/comment/policy.ts';
import { languages } from '../../../src/comment/site.ts';
import { commentsFragment, type Fragment } from '../../../src/pages/lists/comments-fragment.ts';
import { wordsIn } from '../../../src/pages/words/words.ts';
import { grapheme } from '../../characters.ts';
import { NOW } from '../../make.ts';
import { hostile, parse } from '../markup.ts';

const id = (at: number): CommentId => newCommentId(NOW + at, new Uint8Array(10));

/** A comment of a thread: the root's number, then its own, then whom it answers. */
const shown = (
  root: number,
  at = root,
  parent = root,
  stated: { author?: string; text?: string; url?: string } = {},
) => ({
  id: id(at),
  root: id(root),
  ...(at === root ? {} : { parent: id(parent) }),
  author: `Author ${at}`,
  text: `Text ${at}`,
  createdAt: NOW + at,
  ...stated,
});

const fragment = (stated: Partial<Fragment> = {}) => {
  const comments = stated.comments ?? [shown(1), shown(1, 2), shown(1, 3, 2), shown(4)];
  const place = { language: 'en', timeZone: 'UTC', links: {}, display: defaultPolicy.display } as const;
  return commentsFragment({ ...place, count: comments.length, ...stated, comments }).markup;
};

test('shows whole threads in order, replies under what they answer', () => {
  const { tags } = parse(fragment());
  expect(
    tags
      .filter(({ name }) => ['ol', 'article'].includes(name))
      .map((tag) => tag.attributes.get('id') ?? 'ol'),
  ).toEqual([
    ...['ol', `comment-${id(1)}`, 'ol', `comment-${id(2)}`, 'ol', `comment-${id(3)}`],
    `comment-${id(4)}`,
  ]);
});

test('newest threads first still read from their beginning', () => {
  const { tags } = parse(fragment({ comments: [shown(4), shown(1, 3, 2), shown(1, 2), shown(1)] }));
  const ids = tags.filter(({ name }) => name === 'article').map(({ attributes }) => attributes.get('id'));
  expect(ids).toEqual([4, 1, 2, 3].map((at) => `comment-${id(at)}`));
});

test('names whom a reply answers only where it does not stand under it', () => {
  const comments = [shown(1), shown(1, 2), shown(1, 3, 2), shown(1, 4, 3)];
  expect(fragment({ comments })).not.toContain('In reply to');
  const flat = fragment({ comments, display: { ...defaultPolicy.display, depthMax: 2 } });
  expect(flat.match(/In reply to/g)).toHaveLength(2);
  expect(flat).toContain(`In reply to <a href="#comment-${id(2)}"><bdi>Author 2</bdi></a>`);
});

test('a thread that began on the page before goes on without its beginning', () => {
  expect(fragment({ comments: [shown(0, 5)] })).toContain('In reply to an earlier comment');
});

test('a chain of 5,000 answers is as deep as the policy lets it be', () => {
  const comments = Array.from({ length: 5_000 }, (_, at) => shown(0, at, at - 1));
  expect(parse(fragment({ comments })).tags.filter(({ name }) => name === 'ol')).toHaveLength(5);
});

test('times are for people and for machines', () => {
  expect(fragment({ comments: [shown(0)] })).toContain(
    '<time datetime="2026-05-12T09:30:00.000Z">12 May 2026 at 09:30 UTC</time>',
  );
  expect(fragment({ comments: [shown(0)], language: 'fr', timeZone: 'Europe/Paris' })).toContain(
    '12 mai 2026 à 11:30</time>',
  );
  expect(fragment({ comments: [shown(0)], timeZone: 'America/Montreal' })).toContain(
    '12 May 2026 at 05:30</time>',
  );
});

const links = {
  next: '/next?cursor=a&b=c',
  start: '/start',
  write: '/write',
  replyTo: (to: string) => `/reply?parent=${to}&a=b`,
};

test('leads to a form at its head and under each comment, and to other pages', () => {
  const hrefs = parse(fragment({ comments: [shown(1)], links })).tags.flatMap(
    ({ attributes }) => attributes.get('href') ?? [],
  );
  expect(hrefs).toEqual([
    '/write',
    '/start',
    `#comment-${id(1)}`,
    `/reply?parent=${id(1)}&a=b`,
    '/next?cursor=a&b=c',
  ]);
});

test('a heading names the author of each comment', () => {
  const { tags } = parse(fragment());
  expect(tags.filter(({ name }) => name === 'h3')).toHaveLength(4);
  expect(tags.filter(({ name }) => name === 'h2')).toHaveLength(1);
});

test('on a page of its own its heading is the page’s', () => {
  const { tags } = parse(fragment({ isPage: true }));
  expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
  expect(tags.filter(({ name }) => name === 'h2')).toHaveLength(0);
});

test('says when there are none, when the one asked for is gone, and when the article is closed', () => {
  expect(fragment({ comments: [] })).toContain('No comments yet');
  // The script finds it by its class, and says it in its place.
  expect(fragment({ isGone: true })).toMatch(/<p class="gone" role="status">[^<]*not online/);
  const closed = fragment({ closed: 'article' });
  expect(closed).toContain('takes no more comments');
  expect(closed).not.toContain('Reply');
});

test('counts all comments in the reader’s language', () => {
  expect(fragment({ count: 1 })).toContain('1 comment<');
  expect(fragment({ count: 1234 })).toContain('1,234 comments');
  expect(fragment({ count: 1234, language: 'fr' })).toMatch(/1\s234 commentaires/);
});

test('nothing a reader wrote becomes an element or an attribute', () => {
  const shape = (written: string) =>
    parse(fragment({ comments: [shown(1, 1, 1, { author: written, text: `a${written}`, url: written })] }))
      .tags.filter(({ name }) => !['br', 'p'].includes(name))
      .map(({ name, attributes }) => [name, ...attributes.keys()]);
  const noLink = fc.string({ unit: grapheme, minLength: 1 }).filter((text) => !text.includes('://'));
  fc.assert(
    fc.property(fc.oneof(noLink, fc.constantFrom(...hostile)), (written) =>
      expect(shape(written)).toEqual(shape('x')),
    ),
  );
});

test('links by readers are nofollow and leak nothing', () => {
  const markup = fragment({ comments: [shown(1, 1, 1, { url: 'https://a.example/' })] });
  expect(markup).toContain('<a href="https://a.example/" rel="nofollow ugc noopener">Author 1</a>');
});

test.each(languages)(
  'says in %s who speaks for the newsroom, what it edited, and where a comment was removed',
  (language) => {
    const words = wordsIn(language).comments;
    const removed = { ...shown(1), author: '', text: '', isRemoved: true } as const;
    const staff = { ...shown(1, 2), isStaff: true } as const;
    const edited = { ...shown(1, 3, 2), edited: 'newsroom' } as const;
    const markup = fragment({ language, comments: [removed, staff, edited] });
    const articles = markup.split('<article').slice(1);
    expect(articles).toEqual([
      expect.stringContaining(`<p class="removed">${words.removed}</p>`),
      expect.stringContaining(`<span class="badge">${words.staff}</span>`),
      expect.stringContaining(`<p class="edited">${words.edited.newsroom}</p>`),
    ]);
    expect(articles[0]).not.toMatch(/<h3|<footer|<time/);
    expect(markup.match(/class="(?:removed|badge|edited)"/g)).toHaveLength(3);
  },
);
