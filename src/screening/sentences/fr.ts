import type { Sentences } from './words.ts';

const duplicate = 'Un texte presque identique vient d’être envoyé';

/** What checks found, in French. */
export const fr: Sentences = {
  'article-mode': {
    moderator: 'Sous cet article, chaque commentaire est relu',
    author: 'Sous cet article, chaque commentaire est relu avant d’être publié',
  },
  invisible: {
    moderator: 'Des caractères invisibles',
    author: 'Le texte contient des caractères invisibles',
  },
  'bidi-controls': {
    moderator: 'Des caractères qui inversent le sens de lecture',
    author: 'Le texte contient des caractères qui inversent le sens de lecture',
  },
  shouting: {
    moderator: 'Presque tout est en majuscules',
    author: 'Presque tout est écrit en majuscules',
  },
  'endless-word': { moderator: 'Un mot sans fin', author: 'Le texte contient un mot très long' },
  links: {
    ...{ moderator: 'Plusieurs liens', terms: true },
    author: 'Un texte avec plusieurs liens est relu avant d’être publié',
  },
  'abusive-words': {
    ...{ moderator: 'Des mots insultants', terms: true },
    author: 'Certains mots peuvent blesser',
  },
  honeypot: { moderator: 'Un champ que personne ne voit a été rempli, comme le font les robots' },
  'form-token': { moderator: 'Le formulaire n’a pas été rempli comme le fait une personne', terms: true },
  duplicate: { moderator: 'Le même texte vient d’être envoyé', author: duplicate },
  'near-duplicate': { moderator: duplicate, author: duplicate },
  'blocked-words': { moderator: 'Un terme de la liste du site', terms: true },
  'blocked-emails': { moderator: 'Une adresse e-mail de la liste du site', terms: true },
  'blocked-domains': { moderator: 'Un nom de domaine de la liste du site', terms: true },
  'blocked-networks': { moderator: 'Un réseau de la liste du site', terms: true },
  flood: {
    moderator: 'Beaucoup de commentaires en peu de temps',
    author: 'Beaucoup de commentaires sont arrivés en peu de temps',
  },
  'first-comment': {
    moderator: 'La modération n’a pas encore vu assez de commentaires de cette personne',
    author: 'Les premiers commentaires d’une personne sont relus avant d’être publiés',
  },
};
