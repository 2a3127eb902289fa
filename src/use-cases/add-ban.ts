import { BANS_MAX, type Ban } from '../comment/abuse/ban.ts';
import { Refusal } from '../comment/refusal.ts';
import type { Site } from '../comment/site.ts';
import type { BanRequest } from '../moderation/ban-request.ts';
import { siteEventOfBan } from '../moderation/site-event.ts';
import type { AddBan } from '../storage/ban-store.ts';
import type { FindComment } from '../storage/comment-store.ts';
import { type BanSubject, subjectOfComment, subjectOfValue } from '../submission/ban-subject.ts';
import type { Digests } from '../submission/identify.ts';
import { type Pause, takeTurns } from './decisions/take-turns.ts';

const FULL = `A site has at most ${BANS_MAX} bans: lift one that it can do without.`;

type Deps = Pause & { readonly store: FindComment & AddBan };
type Context = {
  readonly site: Pick<Site, 'id'>;
  /** The member's id. */
  readonly by: string;
  readonly now: number;
  /** A ULID for the event. */
  readonly batch: string;
  readonly digests: Pick<Digests, 'ban' | 'email'>;
};

/**
 * Bans somebody or puts them on the allow-list. An existing entry gets the new effect and end.
 * @throws {Refusal} `comment-not-found`, `invalid-fields`, `too-many-bans`; `storage-unavailable` when others kept changing the list
 */
export const addBan = async (
  deps: Deps,
  request: BanRequest,
  context: Context,
): Promise<{ readonly ban: Ban; readonly replaced: Ban | undefined }> => {
  const { store } = deps;
  const subject = await subjectOf(store, request, context);
  const { kind, effect, reason, until } = request;
  const { site, by, now, batch } = context;
  const ban: Ban = {
    ...subject,
    ...{ site: site.id, kind, effect, reason, by, createdAt: now },
    ...(until === undefined ? {} : { until }),
    ...('comment' in request ? { from: { article: request.article, comment: request.comment } } : {}),
  };

  const event = { action: 'ban', by, at: now, id: batch } as const;
  const { isFull, replaced } = await takeTurns(deps, () =>
    store.addBan(ban, (of) => siteEventOfBan(ban, { ...event, replaced: of })),
  );
  if (isFull) throw new Refusal('too-many-bans', FULL);
  return { ban, replaced };
};

const subjectOf = async (
  store: FindComment,
  request: BanRequest,
  { site, digests }: Context,
): Promise<BanSubject> => {
  if ('value' in request) return subjectOfValue(request.kind, site.id, request.value, digests);
  const comment = await store.find({ site: site.id, article: request.article, id: request.comment });
  if (!comment) throw new Refusal('comment-not-found', 'There is no such comment.');
  return subjectOfComment(request.kind, comment, request.isRange, digests);
};
