/** The team, in French. */
export const fr = {
  lead: 'Qui modère ce site, et les invitations en cours.',
  columns: { name: 'Nom', role: 'Rôle', since: 'Depuis', state: 'État', acts: 'Actions' },
  program: 'programme',
  active: 'membre',
  invited: (until: string) => `invitation valable jusqu’au ${until}`,
  roles: { moderator: 'modération', admin: 'administration' },
  you: 'vous',
  makeAdmin: 'Passer au rôle administration',
  makeModerator: 'Passer au rôle modération',
  roleLead: (name: string) => `${name}\u00A0: cela prend effet aussitôt.`,
  ownLead:
    'Vous ne changerez plus ni l’équipe ni les règles. Seule une autre personne chargée de l’administration du site peut vous rendre ce rôle.',
  remove: 'Retirer',
  removeName: (name: string) => `Retirer ${name}`,
  removeLead: (name: string) => `${name} perd l’accès aussitôt. Ses décisions restent.`,
  withdraw: 'Reprendre l’invitation',
  withdrawName: (name: string) => `Reprendre l’invitation\u00A0: ${name}`,
  withdrawLead: (name: string) => `Le lien envoyé à ${name} ne vaudra plus.`,
  removed: (name: string) => `${name} ne fait plus partie de l’équipe.`,
  changed: (name: string) => `${name} a changé de rôle.`,
  invite: {
    title: 'Inviter quelqu’un',
    name: 'Nom, tel que l’équipe le verra',
    email: 'Adresse e-mail',
    emailHint: 'Seule cette adresse pourra accepter l’invitation. Elle n’est pas conservée en clair.',
    role: 'Rôle',
    send: 'Créer l’invitation',
    link: (name: string, until: string) =>
      `Envoyez ce lien à ${name}\u00A0: il n’est montré qu’une fois, sert une seule fois et vaut jusqu’au ${until}.`,
    address: 'Lien d’invitation',
  },
  feed: {
    title: 'Votre flux privé',
    lead: 'Pour un lecteur de flux ou un robot de messagerie\u00A0: les débuts des commentaires à relire, à une adresse secrète qui ne vaut que tant que vous êtes dans l’équipe.',
    since: (time: string) => `Actif depuis le ${time}.`,
    once: 'Notez cette adresse maintenant\u00A0: elle n’est montrée qu’une fois. Qui la connaît lit le flux.',
    address: 'Adresse du flux',
    make: 'Créer l’adresse',
    renew: 'Changer d’adresse',
    endLead: 'L’adresse actuelle ne vaudra plus, dès cet instant.',
    drop: 'Couper le flux',
  },
  readOnly: 'Seule l’administration du site change l’équipe.',
};

export type TeamWords = typeof fr;
