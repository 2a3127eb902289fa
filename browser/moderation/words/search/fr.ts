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
  nothing: 'Aucun commentaire ne correspond.',
};

export type SearchWords = typeof fr;
