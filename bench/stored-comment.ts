import type { Comment } from '../src/comment/comment.ts';
import { newCommentId } from '../src/comment/comment-id.ts';
import { defaultPolicy } from '../src/comment/policy.ts';
import type { Verdict } from '../src/comment/verdict.ts';
import { checks } from '../src/screening/checks/index.ts';
import { shippedModel } from '../src/screening/filter/model/shipped-model.ts';
import { screen } from '../src/screening/screen.ts';
import type { Random } from '../training/random.ts';
import { honestComment, visitorAddress, type Written } from './comments.ts';

const TAG_BYTES = 10;
const VERDICTS = 40;
const KEPT_MS = 30 * 86_400_000;

type Facts = {
  readonly article: string;
  readonly status: Comment['status'];
  readonly written: Written;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Which visitor sends it. */
  readonly visitor: number;
};

/** Makes comments as the server would have stored them, with verdicts of real checks on real texts. */
export const createStoredComment = (random: Random): ((facts: Facts) => Comment) => {
  const verdicts = Array.from({ length: VERDICTS }, () => verdictOn(honestComment(random), random));
  return ({ article, status, written, time, visitor }) => {
    const id = newCommentId(time, bytes(random, TAG_BYTES));
    return {
      site: 'demo',
      article,
      id,
      status,
      version: 1,
      author: written.author,
      text: written.text,
      root: id,
      language: 'fr',
      createdAt: time,
      since: time,
      verdict: verdicts[visitor % VERDICTS] as Verdict,
      policyVersion: 1,
      authorKey: pseudonym(random),
      authorRecord: { approved: 0, refused: 0 },
      networkKey: pseudonym(random),
      emailKey: pseudonym(random),
      fingerprint: Buffer.from(bytes(random, 16)).toString('base64url'),
      seen: false,
      ...(status === 'approved' ? {} : { expiresAt: time + KEPT_MS }),
    };
  };
};

/** What the checks say of a stranger's first comment; one finding at most says spam. */
export const verdictOn = (written: Written, random: Random): Verdict =>
  screen(
    checks,
    {
      model,
      draft: { site: 'demo', article: 'article', language: 'fr', ...written },
      policy: defaultPolicy,
      language: 'fr',
      now: Date.now(),
      mode: 'open',
      author: { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 },
      form: { state: 'missing' },
      honeypot: '',
      address: visitorAddress(Math.floor(random() * 2 ** 20)),
      earlier: [],
      neighbours: [],
      siteRecent: 0,
      resembling: [],
      learned: [],
    },
    () => performance.now(),
  );

const model = shippedModel();

const bytes = (random: Random, count: number) =>
  Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
const pseudonym = (random: Random) => `1:${Buffer.from(bytes(random, 16)).toString('base64url')}`;
