import type { RefusalCode } from '../../comment/refusal.ts';
import type { Words } from './table.ts';

type Code = RefusalCode | 'internal-error';
type Refused = {
  readonly code: Code;
  /** Seconds after which it may succeed. */
  readonly retryAfterS?: number | undefined;
};

/** What a reader can do about a refusal; where nothing was sent it speaks of no comment, and is undefined when there is nothing to do. */
export const refusalAdvice = (
  { refusal, refusals }: Words,
  { code, retryAfterS }: Refused,
  wasSent: boolean,
): string | undefined => {
  if (wasSent) return retryAfterS ? refusal.wait(retryAfterS) : refusals[code].advice;
  if (retryAfterS || passing.has(code)) return refusal.retry(retryAfterS);
  return ofComments.has(code) ? undefined : refusals[code].advice;
};

/** What may be over in a moment. */
const passing: ReadonlySet<Code> = new Set(['changed-meanwhile', 'internal-error', 'storage-unavailable']);

/** Whose advice is about the comment that was sent. */
const ofComments: ReadonlySet<Code> = new Set([
  'article-closed',
  'invalid-fields',
  'parent-not-found',
  'site-not-found',
  'too-many-comments',
]);
