import type { PanelWords } from './fr.ts';

/** The author's and the article's panels, in English. */
export const en: PanelWords = {
  author: {
    firstSeen: 'First comment',
    approved: 'Published',
    refused: 'Rejected',
    last: 'Last words',
    page: 'Stated page',
    pageShown: 'readers see it',
    pageHidden: 'hidden from readers',
    all: 'All their comments',
    queued: 'Only their comments, in this queue',
  },
  article: {
    mode: 'Comments',
    modes: { open: 'open', premoderated: 'reviewed before they appear', closed: 'closed' },
    saved: 'The article’s setting is saved.',
  },
};
