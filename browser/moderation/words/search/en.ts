import { englishCount } from '../plural.ts';
import type { SearchWords } from './fr.ts';

/** The search, in English. */
export const en: SearchWords = {
  words: 'Words',
  article: 'Article',
  status: 'Status',
  everyStatus: 'every status',
  ofAuthor: 'By one author.',
  everyone: 'Search everybody’s',
  hint: 'Without an article or an author, the search covers the site’s last 30 days.',
  found: 'Comments found',
  shown: (count, hasMore) => `${englishCount(count, 'comment', 'comments')}${hasMore ? ', and more' : ''}.`,
  nothing: 'No comment matches.',
};
