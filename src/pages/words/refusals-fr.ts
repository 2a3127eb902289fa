import type { Words } from './table.ts';

/** What each refusal says in French. */
export const refusals: Words['refusals'] = {
  'already-a-member': {
    happened: 'Ce compte fait déjà partie de l’équipe.',
    advice: 'Connectez-vous pour modérer.',
  },
  'already-answered': {
    happened: 'Quelqu’un a répondu à ce commentaire.',
    advice: 'Il ne peut plus être modifié ni retiré, mais vous pouvez encore l’effacer.',
  },
  'already-appealed': {
    happened: 'Vous avez déjà demandé un second avis.',
    advice: 'La réponse paraîtra sur cette page.',
  },
  'already-decided': {
    happened: 'La modération a déjà traité ce commentaire.',
    advice: 'Il n’y a rien de plus à faire.',
  },
  'article-closed': {
    happened: 'Cet article ne reçoit plus de commentaires.',
    advice: 'Copiez votre texte si vous souhaitez le garder.',
  },
  'ban-not-found': {
    happened: 'Ce blocage n’existe pas ou n’existe plus.',
    advice: 'Il a peut-être été levé, ou il a pris fin.',
  },
  'body-too-large': {
    happened: 'Votre envoi est trop volumineux.',
    advice: 'Raccourcissez votre commentaire, puis envoyez-le de nouveau.',
  },
  'changed-meanwhile': {
    happened: 'Quelque chose a changé pendant votre envoi.',
    advice: 'Envoyez votre commentaire de nouveau.',
  },
  'comment-erased': {
    happened: 'Ce commentaire a été effacé.',
    advice: 'Son texte, le nom et tout ce qui l’accompagnait ont été supprimés.',
  },
  'comment-not-found': {
    happened: 'Ce commentaire n’existe pas ou n’existe plus.',
    advice: 'Revenez à l’article pour lire les autres.',
  },
  'idempotency-key-reused': {
    happened: 'Un autre commentaire est déjà parti avec la même clé d’envoi.',
    advice: 'Rechargez l’article avant de recommencer.',
  },
  'internal-error': {
    happened: 'Une erreur s’est produite de notre côté.',
    advice: 'Envoyez votre commentaire de nouveau dans un instant.',
  },
  'invalid-body': {
    happened: 'Votre envoi est arrivé illisible.',
    advice: 'Envoyez votre commentaire de nouveau depuis l’article.',
  },
  'invalid-cursor': {
    happened: 'Cette page de commentaires n’existe plus.',
    advice: 'Revenez à l’article pour lire depuis le début.',
  },
  'invalid-fields': {
    happened: 'Un ou plusieurs champs sont à revoir.',
    advice: 'Corrigez-les, puis envoyez votre commentaire de nouveau.',
  },
  'invalid-id-token': {
    happened: 'Votre connexion n’a pas pu être vérifiée.',
    advice: 'Connectez-vous de nouveau depuis le lien d’invitation.',
  },
  'invalid-idempotency-key': {
    happened: 'La clé d’envoi n’est pas valable.',
    advice: 'Rechargez l’article avant de recommencer.',
  },
  'invalid-query': {
    happened: 'L’adresse de cette page est incomplète ou erronée.',
    advice: 'Revenez à l’article pour suivre un lien à jour.',
  },
  'invalid-token': {
    happened: 'Votre connexion n’est pas ou plus valable.',
    advice: 'Connectez-vous de nouveau.',
  },
  'invalid-undo': {
    happened: 'Il n’y a rien à annuler ici.',
    advice: 'Le délai pour annuler est peut-être passé.',
  },
  'invitation-not-found': {
    happened: 'Cette invitation a déjà servi, a expiré ou a été retirée.',
    advice: 'Demandez-en une autre à une personne chargée de l’administration du site.',
  },
  'issuer-unavailable': {
    happened: 'Le service de connexion ne répond pas.',
    advice: 'Réessayez dans un instant.',
  },
  'last-admin': {
    happened: 'C’est la dernière personne qui administre ce site.',
    advice: 'Nommez-en d’abord une autre.',
  },
  'member-not-found': {
    happened: 'Cette personne ne fait pas partie de l’équipe.',
    advice: 'Rechargez la page pour voir qui en fait partie.',
  },
  'method-not-allowed': {
    happened: 'Cette adresse ne reçoit pas ce genre de demande.',
    advice: 'Revenez à l’article pour utiliser son formulaire.',
  },
  'not-a-moderator': {
    happened: 'Cette page est réservée à la modération.',
    advice: 'Connectez-vous avec un compte de l’équipe.',
  },
  'nothing-to-appeal': {
    happened: 'Il n’y a rien à revoir pour l’instant.',
    advice: 'L’état de votre commentaire est indiqué sur cette page.',
  },
  'origin-not-allowed': {
    happened: 'La page d’où vient votre envoi n’appartient pas à ce site.',
    advice: 'Revenez à l’article sur le site lui-même pour le faire.',
  },
  'parent-not-found': {
    happened: 'Le commentaire auquel vous répondez n’est plus en ligne.',
    advice: 'Envoyez de nouveau\u00A0: votre texte ouvrira une nouvelle discussion.',
  },
  'policy-version-not-found': {
    happened: 'L’historique des règles n’a pas cette version.',
    advice: 'Choisissez-en une autre dans l’historique.',
  },
  'receipt-not-found': {
    happened: 'Nous ne trouvons pas de commentaire à cette adresse.',
    advice: 'Il a peut-être été supprimé, ou l’adresse est incomplète.',
  },
  'route-not-found': {
    happened: 'Il n’y a rien à cette adresse.',
    advice: 'Vérifiez-la, ou revenez à la page d’où vous venez.',
  },
  'site-not-found': {
    happened: 'Ce site n’utilise pas ce service de commentaires.',
    advice: 'Copiez votre texte si vous souhaitez le garder.',
  },
  'storage-unavailable': {
    happened: 'Le service est momentanément indisponible.',
    advice: 'Patientez un instant, puis envoyez votre commentaire de nouveau.',
  },
  'team-full': {
    happened: 'L’équipe a atteint son nombre maximal de membres.',
    advice: 'Retirez d’abord quelqu’un.',
  },
  'too-late': {
    happened: 'Les 15 minutes pour modifier ou retirer ce commentaire sont passées.',
    advice: 'Vous pouvez encore l’effacer.',
  },
  'too-many-bans': {
    happened: 'La liste des blocages est pleine.',
    advice: 'Levez un blocage dont le site peut se passer.',
  },
  'too-many-comments': {
    happened: 'Il faut attendre un peu entre deux commentaires.',
    advice: 'Patientez, puis envoyez celui-ci de nouveau.',
  },
  'too-many-reports': {
    happened: 'Vous avez signalé beaucoup de commentaires en peu de temps.',
    advice: 'Patientez quelques minutes, puis signalez celui-ci.',
  },
  'too-many-requests': {
    happened: 'Trop de demandes en peu de temps pour ce commentaire.',
    advice: 'Patientez quelques minutes, puis recommencez.',
  },
  'unsupported-media-type': {
    happened: 'Votre envoi est arrivé dans un format que nous ne lisons pas.',
    advice: 'Utilisez le formulaire de l’article.',
  },
};
