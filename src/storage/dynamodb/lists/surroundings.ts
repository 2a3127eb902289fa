import type { Comment } from '../../../comment/comment.ts';
import type { ReadSurroundings, Surroundings } from '../../moderation-store.ts';
import type { Item } from '../attributes.ts';
import { itemToArticle } from '../codecs/article-item.ts';
import { itemToComment } from '../codecs/comment-item.ts';
import { itemToHistory } from '../codecs/last-words.ts';
import { articleKey, authorKey, COMMENT_PREFIX, commentKey, type Key } from '../keys.ts';
import type { Clock } from '../learning/memories.ts';
import type { Table } from '../table.ts';

/** What rows of comments add to the comments themselves. */
export const createSurroundings = (table: Table, { now }: Clock): ReadSurroundings => ({
  readSurroundings: async (comments) => {
    const authors = new Map(
      comments.flatMap(({ authorKey: key }) =>
        key === undefined ? [] : [[authorKey(key).pk, key] as const],
      ),
    );
    const items = await table.getAll(distinct(comments.flatMap(keysAround)));
    const histories = items.flatMap((item) => {
      const author = authors.get(item.pk?.S ?? '');
      return author === undefined ? [] : [[author, itemToHistory(item, now())] as const];
    });
    return { ...documentsOf(table, items), authors: new Map(histories) };
  },
});

type Placed = Pick<Comment, 'site' | 'article' | 'parent'> & { readonly authorKey?: string };

const keysAround = ({ site, article, parent, authorKey: author }: Placed): readonly Key[] => [
  articleKey(site, article),
  ...(author === undefined ? [] : [authorKey(author)]),
  ...(parent === undefined ? [] : [commentKey(site, article, parent)]),
];

const distinct = (keys: readonly Key[]): readonly Key[] => [
  ...new Map(keys.map((key) => [`${key.pk} ${key.sk}`, key])).values(),
];

const documentsOf = (table: Table, items: readonly Item[]): Pick<Surroundings, 'articles' | 'answered'> => {
  const { comments = [], articles = [] } = Object.groupBy(
    items.filter(({ sk }) => sk?.S === 'A' || sk?.S?.startsWith(COMMENT_PREFIX)),
    ({ sk }) => (sk?.S === 'A' ? 'articles' : 'comments'),
  );
  return {
    articles: new Map(table.readable(articles, itemToArticle).map((article) => [article.id, article])),
    answered: new Map(table.readable(comments, itemToComment).map((comment) => [comment.id, comment])),
  };
};
