import type { Language } from '../comment/site.ts';

/** What feeds say by themselves. Spaces within French quotation marks and before a colon do not break. */
export const feedWords = {
  en: {
    waiting: (site: string) => `${site}: comments that wait`,
    ofSite: (site: string) => `${site}: latest comments`,
    ofArticle: (site: string, article: string) => `Comments on “${alone(article)}” – ${site}`,
    entry: (author: string, article: string) => `${alone(author)} on “${alone(article)}”`,
    staff: (author: string) => `${author} (newsroom)`,
    edited: { newsroom: 'Edited by the newsroom', author: 'Edited by its author' },
  },
  fr: {
    waiting: (site: string) => `${site}\u00A0: commentaires à relire`,
    ofSite: (site: string) => `${site}\u00A0: derniers commentaires`,
    ofArticle: (site: string, article: string) =>
      `Commentaires sur «\u00A0${alone(article)}\u00A0» – ${site}`,
    entry: (author: string, article: string) => `${alone(author)} sur «\u00A0${alone(article)}\u00A0»`,
    staff: (author: string) => `${author} (la rédaction)`,
    edited: { newsroom: 'Modifié par la rédaction', author: 'Modifié par son auteur' },
  },
} as const satisfies Readonly<Record<Language, unknown>>;

const TURNS = /[\u202A-\u202E\u2066-\u2069]/;

/** A name that turns the direction of writing, set apart, so that the words around it read as they are. What would end that is left out. */
const alone = (name: string): string =>
  TURNS.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069` : name;
