import { englishCount } from '../plural.ts';
import type { PolicyWords } from './fr.ts';

/** The policy, in English. */
export const en: PolicyWords = {
  lead: 'The document below says what appears at once, what waits for a person, what is refused, and what is kept. It holds everywhere within a minute.',
  readOnly: 'Only the site’s admins change it.',
  document: 'Site policy',
  version: (version) => `version ${version}`,
  review: 'See what changes',
  unchanged: 'Nothing has changed.',
  unreadable: (detail) => `This is not JSON: ${detail}`,
  changes: 'What changes',
  added: 'added',
  removed: 'removed',
  saved: 'The policy is saved.',
  conflict:
    'Somebody else saved meanwhile. This is how theirs differs from your text; take it over before you save.',
  place: (field, detail) => `${field}: ${detail}`,
  preview: {
    title: 'Try an entry of a list',
    lead: 'Before you block a word or a domain, see what it would match among the newest comments.',
    list: 'List',
    lists: { words: 'words', domains: 'domains', emails: 'e-mail addresses' },
    entry: 'Entry',
    try: 'Try',
    result: (found, compared) => `${englishCount(found, 'comment', 'comments')} of ${compared} would match.`,
    sought: (text) => `Looked for: “${text}”`,
  },
};
