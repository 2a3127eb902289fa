import { frenchCount } from '../plural.ts';

/** The search, in French. */
export const fr = {
  words: 'Mots',
  article: 'Article',
  status: 'État',
  everyStatus: 'tous',
  ofAuthor: 'D’un seul auteur.',
  everyone: 'Chercher chez tout le monde',
  hint: 'Sans article ni auteur, la recherche porte sur les 30 derniers jours du site.',
  found: 'Commentaires trouvés',
  shown: (count: number, hasMore: boolean) =>
    `${frenchCount(count, 'commentaire', 'commentaires')}${hasMore ? ', et la suite' : ''}.`,
  nothing: 'Aucun commentaire ne correspond.',
};

export type SearchWords = typeof fr;
