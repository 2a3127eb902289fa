/** The author's and the article's panels, in French. */
export const fr = {
  author: {
    firstSeen: 'Premier commentaire',
    approved: 'Publiés',
    refused: 'Refusés',
    last: 'Derniers mots',
    page: 'Page indiquée',
    pageShown: 'visible des lecteurs',
    pageHidden: 'masquée aux lecteurs',
    all: 'Tous ses commentaires',
    queued: 'Seulement ses commentaires, dans cette file',
  },
  article: {
    mode: 'Commentaires',
    modes: { open: 'ouverts', premoderated: 'relus avant publication', closed: 'fermés' },
    saved: 'Réglage de l’article enregistré.',
  },
};

export type PanelWords = typeof fr;
