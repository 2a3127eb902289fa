import { frenchCount, frenchPercent } from '../plural.ts';

/** Modes of checks, fixtures, backtest and history of the policy, in French. */
export const modes = {
  title: 'Vérifications',
  lead: 'Chaque vérification juge d’elle-même, sauf ce qui est dit ici. «\u00A0Observer\u00A0» note ce qu’elle aurait fait, sans rien bouger.',
  own: 'juge d’elle-même',
  list: { off: 'arrêtée', shadow: 'observer', hold: 'retenir', spam: 'classer comme spam' },
};

export const fixtures = {
  title: 'Exemples',
  lead: 'Des commentaires, et ce que les règles doivent en faire\u00A0: elles ne s’enregistrent que si chaque exemple tombe juste.',
  failed: (place: number, detail: string) => `Exemple ${place + 1}\u00A0: ${detail}`,
  add: 'Ajouter un exemple',
  text: 'Commentaire',
  author: 'Auteur',
  approved: 'Déjà publiés',
  anybody: 'peu importe',
  expected: 'Attendu',
  outcomes: { publish: 'publié', hold: 'retenu', spam: 'spam', refuse: 'refusé' },
};

export const backtest = {
  title: 'Essayer sur le passé',
  lead: 'Ce que ces règles feraient des commentaires que l’équipe a traités depuis 30 jours. Rien ne change.',
  size: 'Les derniers',
  comments: (count: number) => frenchCount(count, 'commentaire', 'commentaires'),
  progress: 'Commentaires rejugés',
  none: 'L’équipe n’a rien traité depuis 30 jours.',
  judged: (count: number) => `${frenchCount(count, 'commentaire rejugé', 'commentaires rejugés')}.`,
  precision: 'Précision',
  precisionIs: (rightly: number, stopped: number) =>
    `${frenchPercent(rightly / stopped)}\u00A0: sur ${frenchCount(stopped, 'commentaire arrêté', 'commentaires arrêtés')}, l’équipe en avait écarté ${rightly}.`,
  stopsNone: 'Ces règles n’arrêteraient rien.',
  recall: 'Rappel',
  recallIs: (rightly: number, refused: number) =>
    `${frenchPercent(rightly / refused)}\u00A0: sur ${frenchCount(refused, 'commentaire écarté', 'commentaires écartés')} par l’équipe, ces règles en arrêteraient ${rightly}.`,
  refusedNone: 'L’équipe n’en avait écarté aucun.',
  notReplayed: (names: string) =>
    `Sans ce qui ne se rejoue pas\u00A0: ${names}\u202F; ni ce que le filtre a appris ici.`,
  wrong: (count: number) => frenchCount(count, 'désaccord avec l’équipe', 'désaccords avec l’équipe'),
  columns: { comment: 'Commentaire', decided: 'L’équipe', would: 'Ces règles', because: 'Pourquoi' },
};

export const history = {
  title: 'Versions',
  columns: { version: 'Version', saved: 'Enregistrée', changed: 'Ce qui a changé', acts: 'Actions' },
  version: (version: number) => `n°\u00A0${version}`,
  current: 'en vigueur',
  restored: (version: number) => `Retour à la version ${version}.`,
  look: 'Comparer',
  lookName: (version: number) => `Comparer la version ${version}`,
  rollBack: 'Rétablir',
  rollBackName: (version: number) => `Rétablir la version ${version}`,
  rollBackLead: 'Elle devient une nouvelle version\u202F; celles d’entre-temps restent dans la liste.',
  done: (version: number) => `Version ${version} rétablie.`,
  difference: (from: number, to: number) => `De la version ${from} à la version ${to}`,
  more: 'Plus anciennes',
};
