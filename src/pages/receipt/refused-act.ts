import type { FieldReason, RefusalCode } from '../../comment/refusal.ts';
import type { Language } from '../../comment/site.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { Kept } from '../refusal-page.ts';
import { duration } from '../words/duration.ts';
import { ownWordsIn } from '../words/own/own-words.ts';
import { reasonSentence } from '../words/reason-sentence.ts';
import { wordsIn } from '../words/words.ts';

/** What its author asked for a comment and was refused. */
export type RefusedAct = {
  readonly code: RefusalCode | 'internal-error';
  readonly retryAfterS?: number | undefined;
  readonly isAppeal?: boolean;
  /** What is wrong with the text. */
  readonly reason?: FieldReason | undefined;
  readonly typed?: string | undefined;
  /** How much of a text that was sent is on the page; absent when none was. */
  readonly kept?: Kept | undefined;
};

type Shown = { readonly language: Language; readonly status: string };

/** The refused request, and why it was refused. */
export const refusedAct = (refused: RefusedAct, shown: Shown): Html => {
  const { language } = shown;
  const { typed, kept } = refused;
  const { happened, advice } = saidOf(refused, shown);
  // Of nothing that was typed nothing is kept.
  const isKept = kept && (kept !== 'kept' || typed?.trim());
  return html`<div class="notice refused" role="alert">
${icon('alert')}
<p><strong>${happened}</strong></p>
<p>${problemOf(refused, language) ?? adviceOn(refused, language) ?? advice}</p>
${isKept && html`<p>${wordsIn(language).refusal[kept]}</p>\n`}</div>
`;
};

/** What happened, as the page's title says it, too; and what is said of it in general. */
export const saidOf = ({ code, reason, isAppeal }: RefusedAct, { language, status }: Shown) => {
  const { refused } = ownWordsIn(language);
  const said = wordsIn(language).refusals[code];
  if (reason) return { ...said, happened: refused[isAppeal ? 'appeal' : 'edit'] };
  return code === 'already-decided' && status === 'withdrawn' ? refused.withdrawn : said;
};

/** What exactly is wrong with the text that was sent. */
export const problemOf = (
  { reason, isAppeal, typed = '' }: RefusedAct,
  language: Language,
): string | undefined =>
  reason && reasonSentence(wordsIn(language).reasons[isAppeal ? 'note' : 'text'], reason, typed);

/** What is said of comments in general names the article's form, where no edit is sent from. */
const adviceOn = ({ code, retryAfterS }: RefusedAct, language: Language): string | undefined => {
  const { refused } = ownWordsIn(language);
  if (retryAfterS) return refused.wait(duration(retryAfterS, wordsIn(language).locale));
  if (code === 'body-too-large') return refused.tooLarge;
  return repeatable.has(code) ? refused.again : undefined;
};

const repeatable: ReadonlySet<string> = new Set([
  'changed-meanwhile',
  'internal-error',
  'invalid-body',
  'invalid-fields',
  'storage-unavailable',
  'unsupported-media-type',
] satisfies RefusedAct['code'][]);
