import { HONEYPOT } from '../../api/readers/submit-comment.ts';
import { requireClock } from '../../comment/clock.ts';
import type { Draft } from '../../comment/comment.ts';
import { present } from '../../comment/present.ts';
import { identify as identifySubmission } from '../../submission/identify.ts';
import type { FormTicket, ProofTicket, Submission } from '../../submission/submission.ts';
import { judgeSolution, readSolution, type Solution } from '../../tokens/challenge.ts';
import type { ReadSecrets, Secrets } from '../../tokens/secrets.ts';
import type { Arrived, Layer } from '../chain.ts';
import { visitorCookie } from '../forms/visitor-cookie.ts';
import { senderOf } from '../visitor-address.ts';
import type { Located } from './locate.ts';
import type { Submitted } from './validate-submission.ts';

/** What telling people apart needs: a clock, the operator's proxies, and the secret's keys. */
export type IdentifyDeps = {
  readonly now: () => number;
  readonly trustedProxies: readonly string[];
  readonly secrets: ReadSecrets;
};

type Known = Arrived & Located & Submitted;

/** What is known by now: the submission, and under which names. */
export type Identified = { readonly submission: Submission };

/** Finds out where a submission came from, by what proves it. */
export const identify =
  ({ now, trustedProxies, secrets }: IdentifyDeps): Layer<Known, Identified> =>
  async (known) => {
    const { event, site, post, idempotencyKey } = known;
    // Whoever leaves the box empty is not the one who ticked it.
    const token = post.submission.visitor ?? (post.remember === 'no' ? undefined : visitorCookie(event));
    const solution = readSolution(post.submission.proof ?? '');
    const { digests, tokens } = await secrets(token, post.submission.formToken, solution?.signature);
    const at = now();
    requireClock(at);
    const proven = tokens.visitor.read(token, site.id, at);
    const received = {
      site,
      draft: draftOf(known),
      honeypot: post.submission[HONEYPOT] ?? '',
      sender: {
        ...senderOf(event, trustedProxies),
        proven: proven?.name,
        provenAt: proven?.issuedAt,
        sealed: idempotencyKey && proven && tokens.sender.issue(site.id, proven.name),
      },
      form: ticketOf(known, tokens, at),
      proof: workOf(known, solution, tokens, at),
      idempotencyKey,
      now: at,
    };
    return { submission: identifySubmission(received, digests) };
  };

const draftOf = ({ site, post, language }: Known): Draft => {
  const { article, author, email, url, text, parent, title, link } = post.submission;
  const optional = { email, url, parent, title, link };
  return { site: site.id, article, author, text, language, ...present(optional) };
};

const ticketOf = ({ post, site }: Known, tokens: Secrets['tokens'], now: number): FormTicket => {
  const { formToken, article } = post.submission;
  if (formToken === undefined) return { state: 'missing' };
  const ticket = tokens.form.read(formToken, site.id, article);
  if (!ticket) return { state: 'forged' };
  return { state: 'genuine', ageS: (now - ticket.issuedAt) / 1000, nonce: ticket.nonce };
};

const workOf = (
  { post, site }: Known,
  solution: Solution | undefined,
  tokens: Secrets['tokens'],
  now: number,
): ProofTicket => {
  const { proof, article } = post.submission;
  if (proof === undefined) return { state: 'missing' };
  if (solution === undefined) return { state: 'wrong' };
  const judged = judgeSolution(tokens, { site: site.id, article }, solution, now);
  return judged.state === 'right' ? { ...judged, challenge: solution.challenge } : judged;
};
