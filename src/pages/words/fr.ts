import { duration } from './duration.ts';
import { numberFormat } from './formats.ts';
import type { Words } from './table.ts';

/** Intl is asked late: its first use takes 16 ms, which most answers need not spend. */
const number = (count: number) => numberFormat('fr-FR').format(count);

/** The pages in French. */
export const fr: Words = {
  locale: 'fr-FR',
  timeZone: 'Europe/Paris',
  comments: {
    title: 'Commentaires',
    counted: (count) => `${number(count)} commentaire${count > 1 ? 's' : ''}`,
    none: 'Pas encore de commentaire. Lancez la conversation\u202F!',
    closed: 'Les commentaires de cet article sont fermés.',
    inReplyTo: 'En réponse à',
    earlierComment: 'un commentaire précédent',
    reply: 'Répondre',
    replyTo: (author) => `Répondre à ${author}`,
    more: 'Suite des commentaires',
  },
  form: {
    title: 'Laisser un commentaire',
    author: 'Votre nom',
    email: 'E-mail',
    emailHint: 'Jamais affiché ni transmis.',
    url: 'Site web',
    text: 'Votre commentaire',
    optional: 'facultatif',
    consent: 'Me reconnaître la prochaine fois (un cookie, pendant un an)',
    honeypot: 'Laissez ce champ vide',
    send: 'Envoyer le commentaire',
  },
  refusal: {
    title: 'Votre commentaire n’est pas parti',
    nothing: 'Cette page ne peut pas s’afficher',
    kept: 'Tout ce que vous avez écrit est ci-dessous.',
    lost: 'Revenez à la page précédente de votre navigateur\u00A0: votre texte s’y trouve sans doute encore.',
    correct: 'À corriger\u00A0:',
    wait: (seconds) => `Vous pourrez renvoyer votre commentaire dans ${duration(seconds, 'fr-FR')}.`,
    reference: 'Référence de l’incident\u00A0:',
    back: 'Retour à l’article',
  },
  refusals: {
    'already-decided': {
      happened: 'La modération a déjà traité ce commentaire.',
      advice: 'Il n’y a rien de plus à faire.',
    },
    'article-closed': {
      happened: 'Cet article ne reçoit plus de commentaires.',
      advice: 'Copiez votre texte si vous souhaitez le garder.',
    },
    'body-too-large': {
      happened: 'Votre envoi est trop volumineux.',
      advice: 'Raccourcissez votre commentaire, puis envoyez-le de nouveau.',
    },
    'changed-meanwhile': {
      happened: 'Quelque chose a changé pendant votre envoi.',
      advice: 'Envoyez votre commentaire de nouveau.',
    },
    'comment-not-found': {
      happened: 'Ce commentaire n’existe pas ou n’existe plus.',
      advice: 'Revenez à l’article pour lire les autres.',
    },
    'idempotency-key-reused': {
      happened: 'Un autre commentaire est déjà parti avec la même clé d’envoi.',
      advice: 'Rechargez l’article avant de recommencer.',
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
    'invalid-idempotency-key': {
      happened: 'La clé d’envoi n’est pas valable.',
      advice: 'Rechargez l’article avant de recommencer.',
    },
    'invalid-query': {
      happened: 'L’adresse de cette page est incomplète ou erronée.',
      advice: 'Revenez à l’article pour suivre un lien à jour.',
    },
    'invalid-undo': {
      happened: 'Il n’y a rien à annuler ici.',
      advice: 'Le délai pour annuler est peut-être passé.',
    },
    'method-not-allowed': {
      happened: 'Cette adresse ne reçoit pas ce genre de demande.',
      advice: 'Revenez à l’article pour utiliser son formulaire.',
    },
    'not-a-moderator': {
      happened: 'Cette page est réservée à la modération.',
      advice: 'Connectez-vous avec un compte qui en fait partie.',
    },
    'origin-not-allowed': {
      happened: 'La page d’où vient votre envoi n’appartient pas à ce site.',
      advice: 'Revenez à l’article sur le site lui-même pour y commenter.',
    },
    'parent-not-found': {
      happened: 'Le commentaire auquel vous répondez n’est plus en ligne.',
      advice: 'Envoyez de nouveau\u00A0: votre texte ouvrira une nouvelle discussion.',
    },
    'receipt-not-found': {
      happened: 'Nous ne trouvons pas de commentaire à cette adresse.',
      advice: 'Il a peut-être été supprimé, ou l’adresse est incomplète.',
    },
    'route-not-found': {
      happened: 'Il n’y a rien à cette adresse.',
      advice: 'Vérifiez-la, ou revenez à l’article.',
    },
    'site-not-found': {
      happened: 'Ce site n’utilise pas ce service de commentaires.',
      advice: 'Copiez votre texte si vous souhaitez le garder.',
    },
    'storage-unavailable': {
      happened: 'Le service est momentanément indisponible.',
      advice: 'Patientez un instant, puis envoyez votre commentaire de nouveau.',
    },
    'too-many-comments': {
      happened: 'Vous envoyez des commentaires trop vite.',
      advice: 'Patientez un peu avant d’envoyer celui-ci.',
    },
    'unsupported-media-type': {
      happened: 'Votre envoi est arrivé dans un format que nous ne lisons pas.',
      advice: 'Utilisez le formulaire de l’article.',
    },
    'internal-error': {
      happened: 'Une erreur s’est produite de notre côté.',
      advice: 'Envoyez votre commentaire de nouveau dans un instant.',
    },
  },
  fields: {
    article: 'L’article visé n’est pas reconnu.',
    author: 'Indiquez votre nom, sur une seule ligne, en 245 caractères au plus.',
    email: 'Vérifiez l’adresse e-mail, par exemple nom@exemple.fr, ou laissez-la vide.',
    formToken: 'Le jeton du formulaire n’était pas valable\u202F; il vient d’être renouvelé.',
    link: 'L’adresse de l’article n’était pas valable\u202F; elle vient d’être retirée.',
    parent:
      'Le commentaire auquel vous répondez n’a pas été reconnu\u202F; votre texte ouvrira une discussion.',
    proof: 'La vérification automatique n’a pas abouti.',
    text: 'Votre commentaire est vide, trop court ou trop long (10 000 caractères au plus).',
    title: 'Le titre de l’article n’était pas valable\u202F; il vient d’être retiré.',
    url: 'Vérifiez l’adresse du site, par exemple https://exemple.fr, ou laissez-la vide.',
    visitor: 'Votre identification n’était pas valable\u202F; elle vient d’être retirée.',
  },
  unknownField: (name) =>
    `Le champ «\u00A0${name}\u00A0» est inconnu ou de trop\u202F; il vient d’être retiré.`,
  receipt: {
    title: 'Votre commentaire',
    published: { happened: 'Publié', advice: 'Votre commentaire est en ligne.' },
    pending: {
      happened: 'En attente de modération',
      advice: 'Une personne va le lire. Gardez l’adresse de cette page pour savoir ce qu’il devient.',
    },
    'not-published': { happened: 'Non publié', advice: 'La modération n’a pas retenu votre commentaire.' },
    withdrawn: { happened: 'Retiré', advice: 'Vous avez retiré ce commentaire.' },
    received: {
      happened: 'Déjà reçu',
      advice:
        'Ce commentaire nous est parvenu il y a un instant et attend une relecture. Inutile de le renvoyer.',
    },
    because: 'Ce que les vérifications automatiques ont remarqué\u00A0:',
    see: 'Voir le commentaire en ligne',
    toArticle: 'Retour à l’article',
    sent: 'Envoyé le',
  },
};
