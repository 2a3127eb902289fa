import { frenchCount } from '../plural.ts';

/** The audit trail, in French. */
export const fr = {
  lead: 'Qui a fait quoi, et quand. Le journal ne contient ni textes ni adresses, et rien ne s’y efface.',
  columns: {
    at: 'Quand',
    by: 'Qui',
    action: 'Quoi',
    subject: 'Sur quoi',
    change: 'Avant et après',
    reason: 'Motif',
  },
  machines: { screening: 'filtrage automatique', retention: 'durée de conservation' } as Readonly<
    Record<string, string>
  >,
  action: 'Action',
  everyAction: 'toutes',
  since: 'Depuis le',
  until: 'Jusqu’au',
  show: 'Afficher',
  save: 'Enregistrer en CSV',
  saved: (pages: number) => `${frenchCount(pages, 'page lue', 'pages lues')}.`,
  none: 'Rien ne correspond.',
  comment: 'commentaire',
  actions: {
    approve: 'a publié',
    reject: 'a refusé',
    spam: 'a classé indésirable',
    restore: 'a remis à relire',
    undo: 'a annulé une décision',
    hold: 'a mis de côté',
    screen: 'a filtré',
    page: 'a décidé de la page de l’auteur',
    edit: 'a modifié',
    reply: 'a répondu',
    expire: 'a supprimé à l’échéance',
    'invite-member': 'a invité',
    'add-member': 'a ajouté un membre',
    join: 'a rejoint l’équipe',
    'change-member': 'a changé un membre',
    'remove-member': 'a retiré un membre',
    ban: 'a bloqué ou autorisé',
    'lift-ban': 'a levé un blocage',
    'change-policy': 'a changé les règles',
    'create-site': 'a créé le site',
    'change-site': 'a réglé le site',
    'roll-back-policy': 'a rétabli d’anciennes règles',
    'change-article': 'a réglé un article',
    'begin-surge': 'a constaté une vague d’indésirables',
    'end-surge': 'a constaté la fin d’une vague d’indésirables',
    'mute-reporter': 'a ignoré un signaleur',
    'reset-learning': 'a tout fait oublier au filtre',
  } as Readonly<Record<string, string>>,
};

export type RecordWords = typeof fr;
