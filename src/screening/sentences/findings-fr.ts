import type { FindingSentences } from './finding-sentences.ts';

const duplicate = 'Un texte presque identique a déjà été envoyé';

/** The checks' findings in French. */
export const fr: FindingSentences = {
  checks: {
    'article-mode': {
      moderator: 'Sous cet article, chaque commentaire est relu',
      author: 'Sous cet article, chaque commentaire est relu avant d’être publié',
    },
    flood: {
      moderator: 'Beaucoup de commentaires en peu de temps',
      author: 'Beaucoup de commentaires sont arrivés en peu de temps',
    },
    surge: {
      moderator: 'Retenu parce que beaucoup de spam arrive',
      terms: {
        '{} % of the site': '{}\u00A0% des commentaires du site',
        '{} % of the article': '{}\u00A0% des commentaires de l’article',
        'in {} minutes': 'en {} minutes',
      },
      author:
        'Beaucoup de spam arrive en ce moment\u00A0: les commentaires des nouveaux venus sont relus d’abord',
    },
    invisible: {
      moderator: 'Des caractères qui ne se voient pas',
      terms: {
        '{} inside a word': '{} à l’intérieur d’un mot',
        '{} as a blank letter': '{} en guise de lettre vide',
        '{} outside a flag': '{} hors d’un drapeau',
        '{} between single letters': '{} entre des lettres isolées',
        '{} in a row': '{} à la suite d’un autre',
        'hardly anything to see': 'presque aucun autre',
        'nothing to see': 'aucun autre',
      },
      author: 'Le texte contient des caractères qui ne se voient pas',
    },
    'text-length': { moderator: 'Le texte est trop court ou trop long' },
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
      ...{ moderator: 'Plusieurs liens', terms: 'quoted' },
      author: 'Un texte avec plusieurs liens est relu avant d’être publié',
    },
    'abusive-words': {
      ...{ moderator: 'Des mots insultants', terms: 'quoted' },
      author: 'Certains mots peuvent blesser',
    },
    honeypot: { moderator: 'Un champ que personne ne voit a été rempli, comme le font les robots' },
    'form-token': {
      moderator: 'Le formulaire n’a pas été rempli comme le fait une personne',
      terms: {
        forged: 'falsifié',
        'used again': 'déjà utilisé',
        'used from another network': 'utilisé depuis un autre réseau',
        'too fast: after {} s': 'trop vite, au bout de {} s',
        'expired: after {} h': 'expiré, au bout de {} h',
      },
    },
    proof: {
      moderator: 'La vérification demandée à l’appareil n’a pas été faite',
      terms: {
        missing: 'absente',
        'not right': 'fausse, ou faite pour autre chose',
        expired: 'expirée',
        'used again': 'déjà utilisée',
      },
      author:
        'La vérification automatique que ce site demande au navigateur n’a pas pu se faire\u00A0: le commentaire est relu d’abord',
    },
    duplicate: {
      moderator: 'Le même texte a déjà été envoyé',
      terms: {
        'the same {} min ago': 'il y a {} minute(s)',
        'the same {} h ago': 'il y a {} h',
      },
      author: duplicate,
    },
    'near-duplicate': { moderator: duplicate, author: duplicate },
    banned: {
      moderator: 'Bloqué par la modération',
      terms: {
        'the author': 'l’auteur',
        'the e-mail address': 'l’adresse e-mail',
        'the network': 'le réseau',
      },
    },
    'blocked-words': { moderator: 'Un terme de la liste du site', terms: 'quoted' },
    'blocked-emails': {
      moderator: 'Une adresse e-mail de la liste du site',
      terms: { 'a pattern of the list': 'un motif de la liste' },
    },
    'blocked-domains': { moderator: 'Un nom de domaine de la liste du site', terms: 'quoted' },
    'blocked-networks': {
      moderator: 'Un réseau de la liste du site',
      terms: { 'a network of the list': 'un réseau de la liste' },
    },
    staff: {
      moderator: 'Signé d’un nom réservé à la rédaction',
      terms: {
        'the name of a member': 'le nom d’un membre',
        'the e-mail address of a member': 'l’adresse e-mail d’un membre',
      },
      author: 'Ce nom est réservé à la rédaction',
    },
    'author-page': {
      moderator: 'La page de l’auteur a déjà été indiquée',
      terms: {
        'filed as spam': 'classée comme spam',
        'under {} names': 'sous {} noms',
        'under {} articles': 'sous {} articles',
      },
    },
    'first-comment': {
      moderator: 'Les commentaires de cette personne sont relus d’abord',
      terms: {
        'none was judged yet': 'aucun n’avait encore été jugé',
        '{} approved, {} refused': 'approuvés\u00A0: {}, refusés\u00A0: {}',
        '{} filed as spam': 'classés comme spam\u00A0: {}',
        'a decision just now': 'une décision récente a compté contre elle',
        '{} since a moderator last looked': 'arrivés depuis le dernier regard de la modération\u00A0: {}',
      },
      author:
        'Les premiers commentaires d’une personne, et parfois les suivants, sont relus avant d’être publiés',
    },
  },
  failed: 'Une des vérifications n’a pas pu se faire',
  shadow: {
    approve: 'Cette vérification est seulement observée',
    hold: 'Cette vérification est seulement observée\u00A0: elle aurait retenu le commentaire',
    spam: 'Cette vérification est seulement observée\u00A0: elle aurait classé le commentaire comme spam',
    refuse: 'Cette vérification est seulement observée\u00A0: elle aurait refusé le commentaire',
  },
  mode: {
    hold: 'Les règles du site retiennent tout ce que cette vérification trouve',
    spam: 'Les règles du site classent comme spam tout ce que cette vérification trouve',
  },
  waits: 'Une personne le lit avant qu’il soit publié',
  decimalMark: ',',
};
