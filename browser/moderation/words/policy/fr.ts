import { frenchCount, frenchNumber } from '../plural.ts';
import { checks, settings } from './settings-fr.ts';
import { backtest, fixtures, history, modes } from './trial-fr.ts';

/** The policy, in French. */
export const fr = {
  lead: 'Ces règles disent ce qui paraît aussitôt, ce qui attend une relecture, ce qui est refusé et ce qui est conservé. Elles valent partout en une minute.',
  readOnly: 'Seule l’administration du site les modifie.',
  ...{ checks, settings, fixtures, backtest, history, modes },
  settingsTitle: 'Réglages',
  limitHint: 'Une limite laissée vide est levée.',
  limitOff: 'sans limite',
  listHint: 'Une entrée par ligne.',
  note: 'Pourquoi ce changement (facultatif)',
  document: 'Le document entier',
  documentHint:
    'En JSON\u202F; les règles propres à un article (articles) et les exemples s’y trouvent aussi',
  version: (version: number) => `Version ${version} en vigueur.`,
  review: 'Voir ce qui change',
  discard: 'Abandonner les changements',
  leave:
    'Les règles ne sont pas enregistrées. Quitter cette page\u202F? Vos changements restent dans cet onglet.',
  unchanged: 'Rien n’a changé.',
  unreadable: (detail: string) => `Ce n’est pas du JSON\u00A0: ${detail}`,
  changes: 'Ce qui change',
  added: 'ajouté',
  removed: 'retiré',
  saved: 'Règles enregistrées.',
  conflict: (names: string, who = 'Quelqu’un d’autre') =>
    `${who} a enregistré entre-temps${names ? ` (${names})` : ''}. Voici ce que votre texte changerait à sa version\u202F; relisez-le avant d’enregistrer.`,
  place: (field: string, detail: string) => `${field}\u00A0: ${detail}`,
  preview: {
    title: 'Essayer une entrée de liste',
    lead: 'Avant de bloquer un mot ou un domaine, voyez ce qu’il toucherait parmi les derniers commentaires.',
    list: 'Liste',
    entry: 'Entrée',
    try: 'Essayer',
    result: (found: number, compared: number) =>
      `${frenchCount(found, 'commentaire touché', 'commentaires touchés')} sur ${frenchNumber(compared)}.`,
    notCompared:
      'Impossible de la comparer aux commentaires passés\u00A0: seuls des pseudonymes en sont conservés.',
    sought: (text: string) => `Cherché\u00A0: «\u00A0${text}\u00A0»`,
  },
};

export type PolicyWords = typeof fr;
