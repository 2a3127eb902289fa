import type { Comment } from '../comment/comment.ts';
import type { Site } from '../comment/site.ts';
import { type AuthorRecord, noRecord } from '../comment/trust.ts';
import type { Finding } from '../comment/verdict.ts';
import type { Evidence } from '../screening/check.ts';
import { isOfSending } from '../screening/check-subjects.ts';
import { networksOf } from '../screening/text/networks.ts';
import type { SubmissionHistory } from './history.ts';
import type { Digests } from './identify.ts';
import { evidenceOf, type Judges } from './prepare-screening.ts';
import type { Submission } from './submission.ts';

/** Another text by the author of a comment. */
export type OwnEdit = {
  readonly site: Site;
  readonly comment: Comment;
  readonly text: string;
  /** The address the edit came from. */
  readonly address: string;
  readonly now: number;
};

type Known = Pick<SubmissionHistory, 'article' | 'author' | 'learned' | 'bans'>;

/**
 * What checks look at when an author edits a comment: the new text with all else as it was sent. Whoever holds the receipt is its author.
 */
export const evidenceOfEdit = (
  edit: OwnEdit,
  known: Known,
  judges: Judges & { readonly digests: Pick<Digests, 'ban'> },
): Evidence => {
  const { author } = known;
  const history = {
    ...known,
    ...(author ? { author: undecided(author, edit.comment) } : {}),
    ...{ keyReused: false, places: [], earlier: [], neighbours: [], siteRecent: 0, resembling: [] },
    surges: [],
    formTokenUsed: 'no' as const,
    proofUsed: false,
  };
  return evidenceOf(submissionOf(edit, judges.digests), history, judges);
};

/**
 * The author as if nobody had decided on this comment: an approval speaks for no other text, and whoever is not told that theirs was filed as
 * spam must not learn it from what is said of the next.
 */
const undecided = (author: AuthorRecord, { status, seen, authorRecord }: Comment): AuthorRecord =>
  status === 'spam'
    ? { ...noRecord, ...authorRecord }
    : { ...author, approved: Math.max(0, author.approved - (status === 'approved' && seen ? 1 : 0)) };

const submissionOf = (
  { site, comment, text, address, now }: OwnEdit,
  { ban }: Pick<Digests, 'ban'>,
): Submission => {
  const { article, author, url, parent, articleTitle, language, id, authorKey, emailKey, fingerprint } =
    comment;
  const networks = networksOf(address);
  return {
    received: {
      ...{ site, now, honeypot: '', form: { state: 'missing' }, idempotencyKey: undefined },
      sender: { address, network: networks[0] ?? address, proven: authorKey },
      draft: {
        ...{ site: site.id, article, author, text, language },
        ...(url === undefined ? {} : { url }),
        ...(parent === undefined ? {} : { parent }),
        ...(articleTitle === undefined ? {} : { title: articleTitle }),
      },
    },
    identity: {
      ...{ id, authorKey, emailKey, fingerprint, networkKey: comment.networkKey ?? '' },
      networkBans: networks.map((network) => ban('network', site.id, network)),
      ...{ content: new Uint8Array(), sameWithinMs: 0, formToken: undefined, key: undefined },
    },
  };
};

/** Findings on a new text, with those on how the comment was sent. */
export const withSending = (findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) =>
    isOfSending(finding.check) ? (before.find(({ check }) => check === finding.check) ?? finding) : finding,
  );
