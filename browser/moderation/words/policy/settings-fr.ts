import type { AdjustableCheck } from '../../../../src/comment/policies/check-modes.ts';
import type { SettingWords } from '../../policy/settings.ts';

const lists = {
  words: 'Mots et expressions',
  emails: 'Adresses e-mail',
  domains: 'Domaines',
  networks: 'Réseaux',
};

/** The names of settings, in French. */
export const settings: SettingWords = {
  firstComment: {
    title: 'Premiers commentaires',
    labels: {
      approvedMin: 'Commentaires publiés par l’équipe avant que l’auteur paraisse aussitôt',
      unseenMax: 'Commentaires d’un auteur entre deux relectures',
    },
  },
  links: { title: 'Liens', labels: { holdFrom: 'Liens à partir desquels un commentaire est retenu' } },
  blocked: { title: 'Listes de spam', labels: lists },
  suspect: { title: 'Listes qui font attendre', labels: lists },
  abusiveWords: { title: 'Injures', labels: { hold: 'Retenir un commentaire injurieux' } },
  learnedFilter: {
    title: 'Filtre appris',
    labels: {
      holdPercent: 'Part de commentaires honnêtes retenus à tort, en %',
      spamPercent: 'Part de commentaires honnêtes classés comme spam à tort, en %',
    },
  },
  flood: {
    title: 'Rythme',
    labels: {
      pauseS: 'Secondes entre deux commentaires d’une personne',
      per10Min: 'Par personne en dix minutes, au-delà retenus',
      perDay: 'Par personne et par jour, au-delà refusés',
      networkHoldPer10Min: 'Par réseau en dix minutes, au-delà retenus',
      networkPer10Min: 'Par réseau en dix minutes, au-delà refusés',
      siteHoldPer10Min: 'Sur tout le site en dix minutes, au-delà retenus',
      sitePer10Min: 'Sur tout le site en dix minutes, au-delà refusés',
    },
  },
  surge: {
    title: 'Vagues de spam',
    labels: {
      sharePercent: 'Part de spam dès laquelle les nouveaux venus attendent, en %',
      comments: 'Commentaires reçus, au moins',
      windowMin: 'Minutes sur lesquelles on les compte',
      relaxMin: 'Minutes sans spam jusqu’à la fin',
    },
  },
  proof: {
    title: 'Vérification de l’appareil',
    labels: {
      when: 'Demander un calcul à l’appareil qui écrit\u202F; sans lui, le commentaire attend',
      difficulty: 'Calculs, au plus (50\u202F000\u00A0: une à quelques secondes)',
      liftsSurge: 'Publier aussi les nouveaux venus pendant une vague, si le calcul est juste',
    },
    choices: { never: 'jamais', surge: 'pendant une vague de spam', always: 'toujours' },
  },
  reports: {
    title: 'Signalements',
    labels: {
      threshold: 'Poids à partir duquel l’équipe voit un commentaire signalé (un délit\u00A0: aussitôt)',
      strict: 'Le retirer aussi, jusqu’à une relecture',
    },
  },
  author: { title: 'Noms réservés', labels: { reservedNames: 'Noms que seule la rédaction signe' } },
  authorPages: {
    title: 'Page de l’auteur',
    labels: {
      shownAfter: 'Commentaires publiés avant qu’elle soit montrée',
      holdFrom: 'Noms différents pour une même page, dès lors retenus',
    },
  },
  text: {
    title: 'Texte',
    labels: {
      charactersMin: 'Caractères, au moins',
      charactersMax: 'Caractères, au plus',
      wordMax: 'Longueur d’un mot, au plus',
      capitalsMax: 'Part de majuscules, de 0,1 à 1',
    },
  },
  formToken: {
    title: 'Formulaire',
    labels: { minS: 'Secondes pour écrire, au moins', maxH: 'Heures pendant lesquelles le formulaire vaut' },
  },
  nearDuplicate: {
    title: 'Textes presque identiques',
    labels: {
      withinH: 'Heures de comparaison',
      bitsMax: 'Écart toléré entre deux textes (0\u00A0: aucun, 64\u00A0: total)',
    },
  },
  bans: { title: 'Blocages', labels: { listed: 'Montrer ce qu’ils arrêtent parmi le spam' } },
  display: {
    title: 'Affichage',
    labels: {
      depthMax: 'Niveaux de réponses, au plus',
      identicons: 'Un dessin à côté de chaque nom, toujours le même pour la même personne',
      markdown: 'Un peu de Markdown\u00A0: *italique*, **gras**, `code`, [liens](…), > citations, - listes',
    },
  },
  retention: {
    title: 'Conservation, en jours',
    labels: {
      spamDays: 'Spam',
      rejectedDays: 'Refusés',
      pendingDays: 'En attente',
      networkDays: 'Réseau d’un commentaire',
    },
  },
};

/** The names of checks, in French. */
export const checks: Readonly<Record<AdjustableCheck, string>> = {
  flood: 'Rythme',
  surge: 'Vagues de spam',
  invisible: 'Caractères invisibles',
  'text-length': 'Longueur du texte',
  'bidi-controls': 'Sens d’écriture détourné',
  shouting: 'Majuscules',
  'endless-word': 'Mot sans fin',
  links: 'Liens',
  'learned-filter': 'Filtre appris',
  'abusive-words': 'Injures',
  honeypot: 'Champ piège',
  'form-token': 'Formulaire',
  proof: 'Vérification de l’appareil',
  duplicate: 'Doublon',
  'near-duplicate': 'Presque doublon',
  'blocked-words': 'Mots des listes',
  'blocked-emails': 'Adresses e-mail des listes',
  'blocked-domains': 'Domaines des listes',
  'blocked-networks': 'Réseaux des listes',
  staff: 'Noms réservés',
  'author-page': 'Page de l’auteur',
  'first-comment': 'Premiers commentaires',
};
