/** Bans and the allow-list, in French. */
export const fr = {
  lead: 'Qui est bloqué sur ce site, et qui est autorisé, donc toujours accepté. Un changement vaut partout en une minute.',
  none: 'Aucun blocage, aucune autorisation.',
  columns: { who: 'Qui', effect: 'Effet', reason: 'Raison', until: 'Jusqu’à', by: 'Par', acts: 'Actions' },
  kinds: { author: 'auteur', email: 'adresse e-mail', domain: 'domaine', network: 'réseau' },
  effects: { ban: 'blocage', allow: 'autorisation' },
  forGood: 'sans fin',
  lift: 'Lever',
  liftNames: {
    ban: (label: string) => `Lever le blocage\u00A0: ${label}`,
    allow: (label: string) => `Lever l’autorisation\u00A0: ${label}`,
  },
  liftLead: 'Ses commentaires suivent de nouveau les règles du site.',
  lifted: { ban: 'Blocage levé.', allow: 'Autorisation levée.' },
  add: {
    title: 'Bloquer ou autoriser',
    titleOf: (author: string) => `Bloquer ${author}`,
    kind: 'Quoi',
    value: 'Adresse, domaine ou réseau',
    valueHint: 'Par exemple nom@exemple.fr, exemple.fr ou 192.0.2.0/24. Un domaine couvre ses sous-domaines.',
    kindsOf: {
      author: 'son auteur, là où il est reconnu',
      email: 'son adresse e-mail',
      network: 'son adresse de réseau',
      range: 'tout son réseau (/24 en IPv4, /64 en IPv6)',
    },
    effect: 'Effet',
    reason: 'Raison, pour l’équipe',
    days: 'Durée',
    durations: {
      '1': 'un jour',
      '7': 'une semaine',
      '30': 'un mois',
      '365': 'un an',
      '': 'sans fin',
    } as Readonly<Record<string, string>>,
    done: {
      ban: 'Blocage enregistré.',
      allow: 'Autorisation enregistrée.',
    },
    instead: (before: string, until: string) => `À la place de\u00A0: ${before} (${until}).`,
  },
};

export type BanWords = typeof fr;
