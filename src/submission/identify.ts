import type { BanKind } from '../comment/abuse/ban.ts';
import type { Comment, Draft } from '../comment/comment.ts';
import { newCommentId, TAG_BYTES } from '../comment/comment-id.ts';
import { IDENTICON_DIGITS } from '../comment/display/identicon.ts';
import { networksOf } from '../screening/text/networks.ts';
import type { Identity, Received, Submission } from './submission.ts';

const CONTENT_BYTES = 4;
const OWN_CONTENT_BYTES = 3;
const FORM_TOKEN_BYTES = 3;
const KEY_BYTES = 16;
const VISITOR_BYTES = 16;
/** Without a key, the same content is the same comment for an hour. */
const SAME_CONTENT_MS = 3_600_000;

/** Keyed digests that only this service can make. */
export type Digests = {
  readonly author: (site: string, visitor: string) => string;
  readonly email: (site: string, email: string) => string;
  readonly network: (site: string, network: string, now: number) => string;
  readonly ban: (kind: BanKind | 'staff', site: string, of: string) => string;
  readonly tag: (bytes: number, ...parts: readonly string[]) => Uint8Array;
  readonly fingerprint: (...parts: readonly string[]) => string;
  readonly drawing: (authorKey: string) => string;
};

/** Works out under which names a submission is known: by proof where there is one, by network for the rest. Nothing typed is believed. */
export const identify = (received: Received, digests: Digests): Submission => ({
  received,
  identity: identityOf(received, digests),
});

const identityOf = (received: Received, digests: Digests): Identity => {
  const { site, draft, sender, form, now } = received;
  const networkKey = digests.network(site.id, sender.network, now);
  const content = [site.id, networkKey, ...contentOf(draft)];
  const authorKey = sender.proven && digests.author(site.id, sender.proven);
  return {
    id: newCommentId(now, digests.tag(TAG_BYTES, ...samenessOf(received, content))),
    networkKey,
    networkBans: networksOf(sender.address).map((network) => digests.ban('network', site.id, network)),
    emailKey: draft.email && digests.email(site.id, draft.email),
    authorKey,
    fingerprint: digests.fingerprint(...contentOf(draft)),
    content: digests.tag(CONTENT_BYTES, 'content', ...content),
    ownContent: authorKey
      ? digests.tag(OWN_CONTENT_BYTES, 'own content', authorKey, ...contentOf(draft))
      : undefined,
    sameWithinMs: SAME_CONTENT_MS,
    formToken: form.state === 'genuine' ? digests.tag(FORM_TOKEN_BYTES, 'form', form.nonce) : undefined,
    key: keyOf(received, digests),
  };
};

/** What makes two submissions one: the key, from wherever it comes, or all that was sent by one form from one network. */
const samenessOf = ({ site, draft, form, idempotencyKey }: Received, content: readonly string[]) =>
  idempotencyKey
    ? ['key', site.id, draft.article, idempotencyKey]
    : ['text', form.state === 'genuine' ? form.nonce : '', ...content];

const keyOf = ({ site, sender, idempotencyKey }: Received, { tag }: Digests): Identity['key'] =>
  idempotencyKey === undefined
    ? undefined
    : {
        digest: Buffer.from(tag(KEY_BYTES, 'idempotency-key', site.id, idempotencyKey)).toString('base64url'),
        ...(sender.sealed === undefined ? {} : { sender: sender.sealed }),
      };

const contentOf = ({ article, author, email, url, text, parent }: Draft): readonly string[] =>
  [article, author, email, url, text, parent].map((part) => part ?? '');

/** Digits that an author's drawing is made of, which tell nothing of who they are. */
export const identiconOf = (authorKey: string, { drawing }: Pick<Digests, 'drawing'>): string =>
  drawing(authorKey).slice(0, IDENTICON_DIGITS);

/**
 * Who a comment's author is known as: who they proved to be, or somebody new, the same at each replay.
 * @param earlier who proved to be its author when it first came in
 */
export const visitorOf = (
  { received }: Submission,
  { id, authorKey }: Pick<Comment, 'id'> & Partial<Pick<Comment, 'authorKey'>>,
  { tag, author }: Digests,
  earlier?: string,
): string => {
  const { site, sender } = received;
  const stranger = Buffer.from(tag(VISITOR_BYTES, 'visitor', site.id, id)).toString('base64url');
  const possible = [earlier, sender.proven].filter((name) => name !== undefined);
  if (authorKey === undefined) return possible.at(-1) ?? stranger;
  return possible.find((name) => author(site.id, name) === authorKey) ?? stranger;
};
