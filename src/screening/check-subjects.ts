import type { CheckName } from './checks/index.ts';

/**
 * What a check looks at. `text`: only at a comment's content, so that it can judge an old comment anew. `sending`: at how a comment was sent, by
 * whom, and what else was sent then; what it found stays with the comment, whatever its text becomes. `standing`: at what holds of its
 * author and its article at the moment.
 */
export type Subject = 'text' | 'sending' | 'standing';

const subjects: Readonly<Record<CheckName, Subject>> = {
  'article-mode': 'standing',
  flood: 'sending',
  surge: 'sending',
  invisible: 'text',
  'text-length': 'text',
  'bidi-controls': 'text',
  shouting: 'text',
  'endless-word': 'text',
  links: 'text',
  'learned-filter': 'text',
  'abusive-words': 'text',
  honeypot: 'sending',
  'form-token': 'sending',
  proof: 'sending',
  duplicate: 'sending',
  'near-duplicate': 'sending',
  banned: 'standing',
  'blocked-words': 'text',
  'blocked-emails': 'sending',
  'blocked-domains': 'text',
  'blocked-networks': 'standing',
  staff: 'text',
  'author-page': 'sending',
  'first-comment': 'standing',
};

/** @param check as findings name it; one that is no more looks at nothing */
export const looksAt = (check: string, subject: Subject): boolean =>
  Object.hasOwn(subjects, check) && subjects[check as CheckName] === subject;
