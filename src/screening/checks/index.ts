import type { AdjustableCheck, DecidedCheck } from '../../comment/policies/check-modes.ts';
import type { Check } from '../check.ts';
import { abusiveWords } from './abusive-words.ts';
import { articleMode } from './article-mode.ts';
import { authorPage } from './author-page.ts';
import { banned } from './banned.ts';
import { bidiControls } from './bidi-controls.ts';
import { blockedDomains } from './blocked-domains.ts';
import { blockedEmails } from './blocked-emails.ts';
import { blockedNetworks } from './blocked-networks.ts';
import { blockedWords } from './blocked-words.ts';
import { duplicate } from './duplicate.ts';
import { endlessWord } from './endless-word.ts';
import { firstComment } from './first-comment.ts';
import { flood } from './flood.ts';
import { formToken } from './form-token.ts';
import { honeypot } from './honeypot.ts';
import { invisible } from './invisible.ts';
import { learnedFilter } from './learned-filter.ts';
import { links } from './links.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { proof } from './proof.ts';
import { shouting } from './shouting.ts';
import { staff } from './staff.ts';
import { surge } from './surge.ts';
import { textLength } from './text-length.ts';

/** Every check that drafts go through. All of them run; moderators read their findings in this order. */
export const checks = [
  // The article's mode, the visitor's pace, and what else comes in at the moment.
  articleMode,
  flood,
  surge,
  // The text's form.
  invisible,
  textLength,
  bidiControls,
  shouting,
  endlessWord,
  links,
  // The text's content.
  learnedFilter,
  abusiveWords,
  // Whether a person sent it, and only once.
  honeypot,
  formToken,
  proof,
  duplicate,
  nearDuplicate,
  // The site's own lists, and its moderators' bans.
  banned,
  blockedWords,
  blockedEmails,
  blockedDomains,
  blockedNetworks,
  // Who wrote it.
  staff,
  authorPage,
  firstComment,
] as const satisfies readonly Check<AdjustableCheck | DecidedCheck>[];

export type CheckName = (typeof checks)[number]['name'];
