import type { MiddlewareObj } from '@middy/core';
import type { CommentId, Draft } from '../../comment/comment.ts';
import { newCommentId } from '../../comment/comment-id.ts';
import type { FormProof } from '../../screening/check.ts';
import { fingerprintOf } from '../../tokens/digests.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import { headerOf, type Reply } from '../http.ts';
import { networkOf, visitorAddress } from '../visitor-address.ts';
import type { Submitted } from './validate-submission.ts';

const TAG_BYTES = 10;
const FORM_TOKEN_BYTES = 3;
/** A replay with a key is the same comment for a day, the same text without one for an hour. */
const SAME_WITH_KEY_MS = 24 * 3_600_000;
const SAME_TEXT_MS = 3_600_000;

/** What telling people apart needs: a clock, the operator's proxies, and the secret's keys. */
export type Identity = {
  readonly now: () => number;
  readonly trustedProxies: readonly string[];
  readonly secrets: () => Promise<Secrets>;
};

/** What `identify` adds: the draft, and all that tells who sends it without knowing them. */
export type Identified = Submitted & {
  draft: Draft;
  visitor: {
    /** The id the comment will have, unless it came in before. */
    readonly id: CommentId;
    readonly now: number;
    readonly address: string;
    readonly networkKey: string;
    readonly emailKey: string | undefined;
    /** Who they proved to be, if they did. */
    readonly proven: string | undefined;
    readonly authorKey: string | undefined;
    readonly fingerprint: string;
    readonly sameWithinMs: number;
    readonly form:
      | Exclude<FormProof, { state: 'genuine' }>
      | { readonly state: 'genuine'; readonly ageS: number };
    readonly formToken: Uint8Array | undefined;
  };
};

/** Works out who sends a comment: by proof where there is one, by network for the rest. Nothing typed is believed. */
export const identify = (identity: Identity): MiddlewareObj<Identified, Reply> => ({
  before: async ({ event }) => {
    const { digests, tokens } = await identity.secrets();
    const now = identity.now();
    const { id: site } = event.site;
    const draft = draftOf(event);
    const address = addressOf(event, identity.trustedProxies);
    const networkKey = digests.network(site, networkOf(address), now);
    const proven = tokens.visitor.read(event.post.submission.visitor ?? visitorCookie(event), site, now);

    event.draft = draft;
    event.visitor = {
      id: newCommentId(
        now,
        digests.tag(TAG_BYTES, site, event.article, ...sameness(event, networkKey, address)),
      ),
      now,
      address,
      networkKey,
      emailKey: draft.email && digests.email(site, draft.email),
      proven,
      authorKey: proven && digests.author(site, proven),
      fingerprint: fingerprintOf(...contentOf(draft)),
      sameWithinMs: event.idempotencyKey ? SAME_WITH_KEY_MS : SAME_TEXT_MS,
      ...formProof(event, { digests, tokens }, now),
    };
  },
});

const draftOf = ({ site, article, post, language }: Submitted): Draft => {
  const { author, email, url, text, parent, title, link } = post.submission;
  return {
    site: site.id,
    article,
    author,
    text,
    language,
    ...present({ email, url, parent, title, link }),
  };
};

/** What makes two submissions one: the key, or all that was sent; the agent keeps strangers behind one address apart. */
const sameness = (event: Identified, networkKey: string, address: string): readonly string[] =>
  event.idempotencyKey
    ? ['key', networkKey, event.idempotencyKey]
    : ['text', networkKey, address, headerOf(event, 'user-agent') ?? '', ...contentOf(event.draft)];

const contentOf = ({ author, email, url, text, parent }: Draft): readonly string[] =>
  [author, email, url, text, parent].map((part) => part ?? '');

const addressOf = (event: Submitted, trusted: readonly string[]): string =>
  visitorAddress(event.requestContext.http.sourceIp, headerOf(event, 'x-forwarded-for') ?? '', trusted);

type FormMarks = Pick<Identified['visitor'], 'form' | 'formToken'>;

const formProof = (
  { post, site, article }: Submitted,
  { digests, tokens }: Secrets,
  now: number,
): FormMarks => {
  const token = post.submission.formToken;
  if (token === undefined) return { form: { state: 'missing' }, formToken: undefined };
  const ticket = tokens.form.read(token, site.id, article);
  if (!ticket) return { form: { state: 'forged' }, formToken: undefined };
  return {
    form: { state: 'genuine', ageS: (now - ticket.issuedAt) / 1000 },
    formToken: digests.tag(FORM_TOKEN_BYTES, 'form', ticket.nonce),
  };
};

export const VISITOR_COOKIE = '__Host-palabre-visitor';

/** Two cookies of one name mean that somebody else set one: neither is believed. */
const visitorCookie = ({ cookies = [] }: Submitted): string | undefined => {
  const values = cookies.filter((cookie) => cookie.startsWith(`${VISITOR_COOKIE}=`));
  return values.length === 1 ? values[0]?.slice(VISITOR_COOKIE.length + 1) : undefined;
};

/** Only the properties that are there. */
const present = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
