import type { Check } from '../check.ts';
import { abusiveWords } from './abusive-words.ts';
import { articleMode } from './article-mode.ts';
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
import { shouting } from './shouting.ts';
import { textLength } from './text-length.ts';

/** Every check a draft goes through. All run; the order is only that in which moderators read them. */
export const checks: readonly Check[] = [
  // What the article and the visitor's pace allow.
  articleMode,
  flood,
  // What the text is made of.
  invisible,
  textLength,
  bidiControls,
  shouting,
  endlessWord,
  links,
  // What it says.
  learnedFilter,
  abusiveWords,
  // Whether a person sent it, and once.
  honeypot,
  formToken,
  duplicate,
  nearDuplicate,
  // What the site's own lists say.
  blockedWords,
  blockedEmails,
  blockedDomains,
  blockedNetworks,
  // Who wrote it.
  firstComment,
];
