import type { CommentId } from '../../../comment/comment.ts';
import { firstIdAt, timeOf } from '../../../comment/comment-id.ts';
import { futureFrom } from '../../../comment/time.ts';
import type { HistoryQuestion, Place, Same, SubmissionHistory } from '../../../submission/history.ts';
import type { GiveBack, LookUpHistory } from '../../comment-store.ts';
import type { SpamPages } from '../../learning-store.ts';
import type { Table } from '../table.ts';
import type { CacheOptions } from '../ttl-cache.ts';
import { type Claim, claimKey, releaseKey } from './idempotency.ts';
import { firstCopy, ownCopy } from './own-copies.ts';
import { claimProof, type ProofClaim, releaseProof } from './proofs.ts';
import { openCaches, readRecords } from './records.ts';
import { readTexts, sitePush } from './resemblances.ts';
import { type Pushed, pushToRingBuffer, takeFromRingBuffer } from './ring-buffers.ts';
import { readStated, statedPush } from './stated-pages.ts';
import { idOf, networkPush, personPush, readVisits } from './visits.ts';

/**
 * One round trip: a batch read (article, author, parent and, when its cache is stale, the site's memory) beside the guards. Guards are
 * conditional writes of one unit each: the network's ring buffer (windows, replays), the site's (near duplicates, windows), a proven author's
 * (windows), that of stated pages, and the records of the idempotency key and of a proof of work.
 * A stranger's submission takes 2 write units, 3 with a page; nobody's takes more than 4, or 5 with a proof of work. It takes at most 1.5 read
 * units, 2 where the pages are only read, and half a unit for each 4 KB of the site that is not cached; one more, in a round trip of its own, where
 * a newcomer sends within the hour words that the site has just read. Giving back costs a write unit a place.
 */
export const createLookUp = (table: Table, cache: CacheOptions): LookUpHistory & GiveBack => {
  const caches = openCaches(cache);
  return {
    lookUp: async (question) => {
      const { page: stated } = question;
      const [{ records, stated: read, spam }, network, site, person, page, claim, proof] = await Promise.all([
        readRecords(table, caches, question, isOnlyRead(question)),
        pushToRingBuffer(table, networkPush(question)),
        pushToRingBuffer(table, sitePush(question)),
        question.authorKey === undefined
          ? undefined
          : pushToRingBuffer(table, personPush(question, question.authorKey)),
        stated && !isOnlyRead(question) ? pushToRingBuffer(table, statedPush(question, stated)) : undefined,
        claimKey(table, question),
        claimProof(table, question),
      ]);
      const own = { key: { pushed: claim.isMine }, proof: { pushed: proof.isMine } };
      const claims = { person, network, site, page, ...own };
      const guards = readGuards(question, claims, { ...claim, proof });
      const same = guards.same ?? (await firstCopy(table, question, guards));
      return {
        ...records,
        ...guards,
        ...(same ? { same } : {}),
        ...readPage(question, page?.before ?? read, spam),
        places: placesOf(claims),
      };
    },
    giveBack: async (question, places) => {
      const giving: Readonly<Record<Place, () => Promise<void>>> = {
        person: () => takeFromRingBuffer(table, personPush(question, question.authorKey ?? '')),
        network: () => takeFromRingBuffer(table, networkPush(question)),
        site: () => takeFromRingBuffer(table, sitePush(question)),
        page: async () => {
          if (question.page) await takeFromRingBuffer(table, statedPush(question, question.page));
        },
        key: () => releaseKey(table, question),
        proof: () => releaseProof(table, question),
      };
      await Promise.all(places.map((place) => giving[place]()));
    },
  };
};

type Pushes = { readonly person: Pushed | undefined; readonly network: Pushed; readonly site: Pushed };

/** The history that the guards hold, without the submission's own first attempt. */
const readGuards = (
  question: HistoryQuestion,
  { person, network, site }: Pushes,
  claim: Claim & { readonly proof: ProofClaim },
): Omit<SubmissionHistory, 'bans' | 'surges' | 'learned' | 'page' | 'places'> => {
  const visits = readVisits(network.before, question);
  const alike = visits.same ?? ownCopy(person?.before ?? [], question);
  const same: Same | undefined = claim.first ? { ...claim.first, by: 'key' } : alike;
  const own = [question.id, ...(same ? [same.id] : [])];
  const { isUsed, isUsedHere, ...texts } = readTexts(site, question);
  return {
    ...texts,
    ...(same ? { same } : {}),
    keyReused: claim.isReused,
    proofUsed: claim.proof.isUsed,
    earlier: timesOf(person?.before.map(idOf), [...own, ...asFirst(same)], question),
    neighbours: timesOf(visits.others, own, question),
    formTokenUsed: useOf(visits.isUsed || isUsedHere, isUsed),
  };
};

const useOf = (isHere: boolean, isAnywhere: boolean) => {
  if (isHere) return 'here';
  return isAnywhere ? 'elsewhere' : 'no';
};

/** A comment as it begins its author's ring buffer. */
const asFirst = (same: Same | undefined): readonly CommentId[] => (same ? [firstIdAt(timeOf(same.id))] : []);

const timesOf = (
  ids: readonly CommentId[] = [],
  own: readonly CommentId[],
  { now }: HistoryQuestion,
): readonly number[] =>
  ids
    .filter((id) => !own.includes(id))
    .map(timeOf)
    .filter((time) => time < futureFrom(now));

const placesOf = (taken: Readonly<Record<Place, Pick<Pushed, 'pushed'> | undefined>>): readonly Place[] =>
  (Object.keys(taken) as Place[]).filter((place) => taken[place]?.pushed);

/** Avoids a fifth write: the page of a proven author who sends a key is only compared with others, not stored. */
const isOnlyRead = ({ page, authorKey: author, key }: HistoryQuestion): boolean =>
  page !== undefined && author !== undefined && key !== undefined;

const readPage = (
  question: HistoryQuestion,
  before: readonly Uint8Array[],
  spam: SpamPages,
): Pick<SubmissionHistory, 'page'> => {
  const { page } = question;
  if (!page) return {};
  const { owner } = page;
  return { page: { owner, ...readStated(before, question, page), spam: spam.get(owner) ?? 0 } };
};
