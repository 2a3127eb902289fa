import type { OwnWords } from './own-table.ts';

/** What authors may do with their comments, in French. */
export const fr: OwnWords = {
  timeLeft: (duration, until, isEditable) =>
    `Vous pouvez ${isEditable ? 'le modifier ou ' : ''}le retirer pendant encore ${duration} (jusqu’à ${until}), tant que personne n’y a répondu.`,
  edit: 'Modifier le texte',
  editText: 'Votre commentaire',
  editHint: 'Le nouveau texte est relu comme le premier. Il peut attendre qu’une personne le lise.',
  save: 'Enregistrer le texte',
  saved: 'Votre nouveau texte est enregistré.',
  keptText: 'Votre texte, pour le copier',
  address: 'Copiez cette adresse pour revenir à cette page',
  withdraw: 'Retirer le commentaire',
  withdrawHint: 'Plus aucun lecteur ne le verra, et il ne pourra plus revenir.',
  doWithdraw: 'Retirer définitivement',
  appeal: 'Demander un second avis',
  mayAppeal: 'Vous pouvez demander un second avis.',
  stillWaiting: 'Toujours en attente\u202F? Demander qu’on le regarde',
  appealText: 'Pourquoi faut-il le revoir\u202F?',
  appealHint: 'Une seule fois. La réponse paraîtra sur cette page.',
  doAppeal: 'Envoyer la demande',
  appealed: 'Second avis demandé le',
  appealWaits: 'Une personne de la rédaction va relire votre commentaire.',
  answers: {
    granted: 'La rédaction est revenue sur sa décision.',
    upheld: 'La rédaction a relu le commentaire et maintient sa décision.',
  },
  refused: {
    edit: 'Votre texte n’est pas enregistré.',
    appeal: 'Votre demande n’est pas partie.',
    withdrawn: { happened: 'Vous avez retiré ce commentaire.', advice: 'Il ne peut plus être modifié.' },
    tooLarge: 'Raccourcissez votre texte, puis renvoyez-le depuis cette page.',
    again: 'Renvoyez votre texte depuis cette page.',
    wait: (duration) => `Encore ${duration}, puis réessayez depuis cette page.`,
  },
  data: 'Vos données',
  exportOne: 'Télécharger ce commentaire (JSON)',
  exportAll: 'Télécharger tous mes commentaires (JSON)',
  eraseOne: 'Effacer ce commentaire…',
  eraseAll: 'Effacer tous mes commentaires…',
  eraseTitle: 'Effacer ce commentaire\u202F?',
  eraseAllTitle: 'Effacer tous vos commentaires\u202F?',
  eraseWhat:
    'Son texte, le nom, le site web, les empreintes de l’adresse e-mail et du réseau et ce que des lecteurs ont écrit en le signalant seront supprimés, au plus tard en quelques instants.',
  eraseAllWhat:
    'Les textes, les noms, les sites web, les empreintes des adresses e-mail et des réseaux de tous vos commentaires sur ce site, ce que des lecteurs ont écrit en les signalant et vos propres signalements seront supprimés, au plus tard en quelques instants.',
  eraseStays:
    'Les réponses publiées restent\u202F; là où il y en a, la page dira à la place du commentaire que son auteur l’a retiré. Le nombre de vos commentaires publiés ou refusés est gardé 400 jours, sans nom ni texte, et un site web que la modération a classé comme publicité 90 jours.',
  eraseFinal: 'Rien ne pourra être rétabli.',
  doErase: 'Effacer définitivement',
  doEraseAll: 'Tout effacer définitivement',
  keepIt: 'Ne rien effacer',
  erased: 'Effacé',
  erasedMany: (count) =>
    count > 1 ? `${count} commentaires ont été effacés.` : 'Le commentaire a été effacé.',
  eraseMore: 'Il en reste\u00A0: l’effacement se fait par lots de cent.',
  goOn: 'Effacer les suivants',
  editedBy: { newsroom: 'Modifié par la rédaction.', author: 'Vous l’avez modifié.' },
};
