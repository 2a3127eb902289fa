import type { Draft } from '../comment/comment.ts';
import { newCommentId } from '../comment/comment-id.ts';
import type { Identity, Received, Submission } from './submission.ts';

const ID_TAG_BYTES = 10;
const FORM_TOKEN_BYTES = 3;
const VISITOR_BYTES = 16;
/** A replay with a key is the same comment for a day, the same text without one for an hour. */
const SAME_WITH_KEY_MS = 24 * 3_600_000;
const SAME_TEXT_MS = 3_600_000;

/** Keyed digests that only this service can make, and one without a key. */
export type Digests = {
  readonly author: (site: string, visitor: string) => string;
  readonly email: (site: string, email: string) => string;
  readonly network: (site: string, network: string, now: number) => string;
  readonly tag: (bytes: number, ...parts: readonly string[]) => Uint8Array;
  readonly fingerprint: (...parts: readonly string[]) => string;
};

/** Works out under which names a submission is known: by proof where there is one, by network for the rest. Nothing typed is believed. */
export const identify = (received: Received, digests: Digests): Submission => ({
  received,
  identity: identityOf(received, digests),
});

const identityOf = (received: Received, digests: Digests): Identity => {
  const { site, draft, sender, form, idempotencyKey, now } = received;
  const networkKey = digests.network(site.id, sender.network, now);
  const sameness = digests.tag(ID_TAG_BYTES, site.id, draft.article, ...samenessOf(received, networkKey));
  return {
    id: newCommentId(now, sameness),
    networkKey,
    emailKey: draft.email && digests.email(site.id, draft.email),
    authorKey: sender.proven && digests.author(site.id, sender.proven),
    fingerprint: digests.fingerprint(...contentOf(draft)),
    sameWithinMs: idempotencyKey ? SAME_WITH_KEY_MS : SAME_TEXT_MS,
    formToken: form.state === 'genuine' ? digests.tag(FORM_TOKEN_BYTES, 'form', form.nonce) : undefined,
  };
};

/** What makes two submissions one: the key, or all that was sent; the agent keeps strangers behind one address apart. */
const samenessOf = ({ draft, sender, idempotencyKey }: Received, networkKey: string): readonly string[] =>
  idempotencyKey
    ? ['key', networkKey, idempotencyKey]
    : ['text', networkKey, sender.address, sender.agent, ...contentOf(draft)];

const contentOf = ({ author, email, url, text, parent }: Draft): readonly string[] =>
  [author, email, url, text, parent].map((part) => part ?? '');

/** Who a comment's author is to be known as: who they proved to be, or somebody new, the same at each replay of that id. */
export const visitorOf = ({ received }: Submission, id: string, { tag }: Digests): string =>
  received.sender.proven ??
  Buffer.from(tag(VISITOR_BYTES, 'visitor', received.site.id, id)).toString('base64url');
