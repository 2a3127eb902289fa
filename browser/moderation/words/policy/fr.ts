import { frenchCount } from '../plural.ts';

/** The policy, in French. */
export const fr = {
  lead: 'Le document ci-dessous règle ce qui paraît aussitôt, ce qui attend une relecture, ce qui est refusé et ce qui est conservé. Il vaut partout en une minute.',
  readOnly: 'Seule l’administration du site le modifie.',
  document: 'Règles du site',
  version: (version: number) => `version ${version}`,
  review: 'Voir ce qui change',
  unchanged: 'Rien n’a changé.',
  unreadable: (detail: string) => `Ce n’est pas du JSON\u00A0: ${detail}`,
  changes: 'Ce qui change',
  added: 'ajouté',
  removed: 'retiré',
  saved: 'Règles enregistrées.',
  conflict:
    'Quelqu’un d’autre a enregistré entre-temps. Voici la différence avec votre texte\u00A0; reprenez-la avant d’enregistrer.',
  place: (field: string, detail: string) => `${field}\u00A0: ${detail}`,
  preview: {
    title: 'Essayer une entrée de liste',
    lead: 'Avant de bloquer un mot ou un domaine, voyez ce qu’il toucherait parmi les derniers commentaires.',
    list: 'Liste',
    lists: { words: 'mots', domains: 'domaines', emails: 'adresses e-mail' },
    entry: 'Entrée',
    try: 'Essayer',
    result: (found: number, compared: number) =>
      `${frenchCount(found, 'commentaire touché', 'commentaires touchés')} sur ${compared}.`,
    sought: (text: string) => `Cherché\u00A0: «\u00A0${text}\u00A0»`,
  },
};

export type PolicyWords = typeof fr;
