import type { Language } from '../comment/site.ts';
import { isolated } from '../pages/text/isolated.ts';

/** What feeds say by themselves. Spaces within French quotation marks and before a colon do not break. */
export const feedWords = {
  en: {
    waiting: (site: string) => `${site}: comments that wait`,
    ofSite: (site: string) => `${site}: latest comments`,
    ofArticle: (site: string, article: string) => `Comments on “${isolated(article)}” – ${site}`,
    entry: (author: string, article: string) => `${isolated(author)} on “${isolated(article)}”`,
    staff: (author: string) => `${author} (newsroom)`,
    edited: { newsroom: 'Edited by the newsroom', author: 'Edited by its author' },
  },
  fr: {
    waiting: (site: string) => `${site}\u00A0: commentaires à relire`,
    ofSite: (site: string) => `${site}\u00A0: derniers commentaires`,
    ofArticle: (site: string, article: string) =>
      `Commentaires sur «\u00A0${isolated(article)}\u00A0» – ${site}`,
    entry: (author: string, article: string) => `${isolated(author)} sur «\u00A0${isolated(article)}\u00A0»`,
    staff: (author: string) => `${author} (la rédaction)`,
    edited: { newsroom: 'Modifié par la rédaction', author: 'Modifié par son auteur' },
  },
} as const satisfies Readonly<Record<Language, unknown>>;
