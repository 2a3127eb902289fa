import { commentsPageAddress, permalinkOf } from '../comment/addresses.ts';
import type { Comment } from '../comment/comment.ts';
import { type Branch, threadsOf } from '../comment/display/threads.ts';
import type { Site } from '../comment/site.ts';
import { written } from './entry.ts';

type Shown = Pick<Comment, 'id' | 'root' | 'author' | 'text' | 'createdAt'> &
  Partial<Pick<Comment, 'parent' | 'isStaff' | 'editedAt'>> & { readonly isRemoved?: true };
type Around = {
  /** The API's address, without a slash at the end. */
  readonly baseUrl: string;
  readonly site: Pick<Site, 'id' | 'name'>;
  readonly article: {
    readonly id: string;
    readonly title?: string | undefined;
    /** The page that the comments stand on; without it, ours. */
    readonly link: string | undefined;
    /** Published comments, of all pages. */
    readonly count: number;
  };
};

/**
 * The comments of a page as schema.org's `Comment`, under an `Article` that a publisher's own description of it joins by its `@id`. Replies
 * stand in what they answer; of a removed comment nothing is left but its place. It is JSON that may stand in a `script` element, whose end
 * no text in it can write.
 */
export const linkedData = (comments: readonly Shown[], around: Around): string => {
  const { baseUrl, site, article } = around;
  const address = article.link ?? commentsPageAddress(baseUrl, site.id, { article: article.id });
  return scriptSafe({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: article.title && written(article.title),
    commentCount: article.count,
    comment: threadsOf(comments, DEPTH_MAX)
      .flat()
      .map((branch) => nodeOf(branch, around)),
  });
};

/** As deep as a page of comments can be. */
const DEPTH_MAX = 100;

type Node = Readonly<Record<string, unknown>>;

const nodeOf = ({ comment, replies }: Branch<Shown>, around: Around): Node => {
  const { baseUrl, site, article } = around;
  const place = permalinkOf(baseUrl, site.id, { article: article.id, link: article.link }, comment.id);
  return {
    '@type': 'Comment',
    '@id': place,
    url: place,
    ...(comment.isRemoved ? { creativeWorkStatus: 'Deleted' } : wordsOf(comment, site)),
    ...(replies.length > 0 ? { comment: replies.map((reply) => nodeOf(reply, around)) } : {}),
  };
};

const wordsOf = ({ author, text, createdAt, editedAt, isStaff }: Shown, site: Around['site']): Node => ({
  text: written(text),
  datePublished: new Date(createdAt).toISOString(),
  ...(editedAt === undefined ? {} : { dateModified: new Date(editedAt).toISOString() }),
  author: {
    '@type': 'Person',
    name: written(author),
    ...(isStaff ? { affiliation: { '@type': 'Organization', name: written(site.name) } } : {}),
  },
});

/** Within a script element, HTML gives a meaning to `<` alone; the others are for parsers that are stricter, or older. */
const scriptSafe = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
