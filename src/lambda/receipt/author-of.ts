import type { Comment } from '../../comment/comment.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Site } from '../../comment/site.ts';
import type { ReadSecrets } from '../../tokens/secrets.ts';
import type { Arrived } from '../chain.ts';
import { visitorCookie } from '../forms/visitor-cookie.ts';
import type { WithBody } from '../middleware/read-body.ts';
import { provenAuthor } from '../proven-author.ts';
import type { WithOwn } from './own-comment.ts';

type Known = Arrived & WithBody & WithOwn & { readonly site: Site };
type Deps = { readonly secrets: ReadSecrets; readonly now: () => number };

/**
 * Whose comments are meant besides the receipt's own: the author that a visitor's token proves, where a program sends one or a form asks
 * for all. Undefined where only the receipt's comment is meant. What is left of an erased comment names nobody: the token alone says whose are meant.
 * @throws {Refusal} `invalid-fields` when the token proves nobody, or somebody else than the comment's author
 */
export const authorOf = async (
  { event, site, own, input }: Known,
  visitor: string | undefined,
  app: Deps,
): Promise<string | undefined> => {
  const asksForAll = input.kind === 'form' ? input.fields.get('all') === 'yes' : visitor !== undefined;
  if (!asksForAll) return undefined;
  const token = visitor ?? visitorCookie(event);
  const author = provenAuthor(token, site, await app.secrets(token), app.now());
  if (author === undefined || !mayBeBy(own, author)) throw notProven();
  return author;
};

/** Whether somebody may act on all of theirs by the receipt of a comment. */
const mayBeBy = ({ erasedAt, authorKey }: Comment, author: string): boolean =>
  erasedAt !== undefined || authorKey === author;

const notProven = () =>
  new Refusal('invalid-fields', 'The visitor token does not prove the author of this comment.', {
    fields: [
      { field: 'visitor', detail: 'It must be the `visitor` of this comment’s author, of the last year.' },
    ],
  });
