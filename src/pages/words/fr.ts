import { duration } from './duration.ts';
import { numberFormat } from './formats.ts';
import { refusals } from './refusals-fr.ts';
import type { Words } from './table.ts';

/** Lazy, because the first use of Intl takes 16 ms that most answers can do without. */
const number = (count: number) => numberFormat('fr-FR').format(count);

const characters = (count: number) => `${number(count)} caractère${count > 1 ? 's' : ''}`;

/** The pages in French. */
export const fr: Words = {
  locale: 'fr-FR',
  comments: {
    title: 'Commentaires',
    counted: (count) => `${number(count)} commentaire${count > 1 ? 's' : ''}`,
    none: 'Pas encore de commentaire. Le vôtre ouvrira la conversation.',
    closed: 'Les commentaires de cet article sont fermés.',
    inReplyTo: 'En réponse à',
    earlierComment: 'un commentaire précédent',
    reply: 'Répondre',
    replyTo: (author) => `Répondre à ${author}`,
    report: 'Signaler',
    reportOf: (author) => `Signaler le commentaire signé ${author}`,
    write: 'Écrire un commentaire',
    more: 'Suite des commentaires',
    newest: 'Derniers commentaires',
    noneLately: 'Pas de commentaire ces 30 derniers jours.',
    onArticle: 'Sur',
    previous: 'Commentaires précédents',
    fromStart: 'Depuis le premier commentaire',
    gone: 'Le commentaire demandé n’est pas ou plus en ligne. Voici les autres.',
    staff: 'Rédaction',
    edited: { newsroom: 'Modifié par la rédaction', author: 'Modifié par son auteur' },
    removed: 'Ce commentaire a été retiré.',
    withdrawn: 'Ce commentaire a été retiré par son auteur.',
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
    more: 'Plus',
    reading: 'La modération lit les premiers commentaires de chacun avant publication.',
    send: 'Envoyer le commentaire',
  },
  report: {
    title: 'Signaler ce commentaire',
    why: 'Que lui reprochez-vous\u202F?',
    reasons: {
      spam: 'De la publicité ou du spam',
      offensive: 'Des insultes ou des grossièretés',
      harassment: 'Du harcèlement ou des menaces',
      'hate-speech': 'De la haine envers un groupe de personnes',
      misinformation: 'Une fausse information',
      illegal: 'Un autre contenu illégal',
      'off-topic': 'Rien à voir avec l’article',
      other: 'Une autre raison',
    },
    note: 'Ce que la modération doit savoir',
    send: 'Envoyer le signalement',
    reading: 'Il est transmis à la modération. L’auteur du commentaire ne saura pas qui l’a signalé.',
    done: {
      happened: 'Merci, votre signalement est arrivé.',
      advice:
        'La modération examine aussitôt ce qui peut être illégal, et le reste dès qu’assez de lecteurs le signalent. Vous n’avez rien de plus à faire.',
    },
    refused: {
      title: 'Votre signalement n’est pas parti',
      wait: (seconds) => `Encore ${duration(seconds, 'fr-FR')}, puis envoyez votre signalement de nouveau.`,
      again: 'Renvoyez votre signalement dans un instant.',
      correct: 'Dites ce que vous reprochez au commentaire, puis renvoyez votre signalement.',
      back: 'Revenez au commentaire et signalez-le de nouveau.',
    },
  },
  refusal: {
    title: 'Votre commentaire n’est pas parti',
    nothing: 'Cette page ne peut pas s’afficher',
    kept: 'Tout ce que vous avez écrit est ci-dessous.',
    partly:
      'Ce qui a pu en être lu est ci-dessous, et il en manque peut-être\u00A0: comparez avec la page précédente de votre navigateur.',
    lost: 'Revenez à la page précédente de votre navigateur\u00A0: votre texte s’y trouve sans doute encore.',
    correct: 'À corriger\u00A0:',
    wait: (seconds) => `Encore ${duration(seconds, 'fr-FR')}, puis envoyez votre commentaire de nouveau.`,
    retry: (seconds) =>
      seconds ? `Encore ${duration(seconds, 'fr-FR')}, puis réessayez.` : 'Réessayez dans un instant.',
    reference: 'Référence de l’incident\u00A0:',
    replaced:
      'Pour qui gère le site\u00A0: cette adresse a été remplacée par une autre, où l’article est une valeur nommée «\u00A0article\u00A0», et non une partie du chemin\u00A0:',
  },
  ways: {
    toArticle: 'Retour à l’article',
    toComments: 'Retour aux commentaires',
    toSite: (name) => `Aller sur ${name}`,
  },
  refusals,
  fields: {
    article: 'L’article visé n’est pas reconnu.',
    author: 'Indiquez votre nom, sur une seule ligne.',
    email: 'Vérifiez l’adresse e-mail, par exemple nom@exemple.fr, ou laissez-la vide.',
    formToken: 'Le jeton du formulaire n’était pas valable\u202F; il vient d’être renouvelé.',
    link: 'L’adresse de l’article n’était pas valable\u202F; elle vient d’être retirée.',
    parent:
      'Le commentaire auquel vous répondez n’a pas été reconnu\u202F; votre texte ouvrira une discussion.',
    proof: 'La vérification automatique n’a pas abouti.',
    text: 'Votre commentaire a des caractères illisibles.',
    title: 'Le titre de l’article n’était pas valable\u202F; il vient d’être retiré.',
    url: 'Vérifiez l’adresse du site, par exemple https://exemple.fr, ou laissez-la vide.',
    visitor: 'Votre identification n’était pas valable\u202F; elle vient d’être retirée.',
  },
  reasons: {
    text: {
      missing: 'Votre commentaire est encore vide.',
      invisible: 'Votre commentaire ne contient que des caractères invisibles.',
      marks: 'Votre commentaire a trop d’accents ou de signes sur une même lettre.',
      'too-short': (limit) =>
        `Votre commentaire est un peu court\u00A0: il en faut au moins ${characters(limit)}.`,
      'too-long': (limit, over) =>
        `Votre commentaire dépasse de ${characters(over)} la longueur permise, ${characters(limit)}.`,
    },
    author: {
      missing: 'Indiquez votre nom.',
      invisible: 'Votre nom ne contient que des caractères invisibles.',
      marks: 'Votre nom a trop d’accents ou de signes sur une même lettre.',
      'too-short': (limit) => `Votre nom est un peu court\u00A0: il en faut au moins ${characters(limit)}.`,
      'too-long': (limit, over) =>
        `Votre nom dépasse de ${characters(over)} la longueur permise, ${characters(limit)}.`,
    },
    note: {
      missing: 'Votre message est encore vide.',
      invisible: 'Votre message ne contient que des caractères invisibles.',
      marks: 'Votre message a trop d’accents ou de signes sur une même lettre.',
      'too-short': (limit) =>
        `Votre message est un peu court\u00A0: il en faut au moins ${characters(limit)}.`,
      'too-long': (limit, over) =>
        `Votre message dépasse de ${characters(over)} la longueur permise, ${characters(limit)}.`,
    },
  },
  wrongParameter: (name) =>
    `La valeur «\u00A0${name}\u00A0» de l’adresse de cette page manque, est fausse ou donnée deux fois.`,
  unknownField: (name) =>
    `Le champ «\u00A0${name}\u00A0» est inconnu ou de trop\u202F; il vient d’être retiré.`,
  receipt: {
    title: 'Votre commentaire',
    published: { happened: 'Publié', advice: 'Votre commentaire est en ligne.' },
    pending: {
      happened: 'En attente de modération',
      advice: 'Une personne lit votre commentaire avant publication.',
    },
    'not-published': {
      happened: 'Non publié',
      advice: 'La rédaction n’a pas retenu ce commentaire pour cet article.',
    },
    withdrawn: { happened: 'Retiré', advice: 'Vous avez retiré ce commentaire.' },
    received: {
      happened: 'Déjà reçu',
      advice:
        'Ce commentaire nous est parvenu il y a un instant et attend une relecture. Inutile de le renvoyer.',
    },
    first: 'Les premiers commentaires d’une personne, et parfois les suivants, sont lus avant publication.',
    because: 'Mis de côté pour relecture\u00A0:',
    rejectedFor: {
      offensive: 'Non publié par la rédaction\u00A0: propos blessants.',
      abusive: 'Non publié par la rédaction\u00A0: propos injurieux envers quelqu’un.',
      spam: 'Non publié par la rédaction\u00A0: publicité ou spam.',
      illegal: 'Non publié par la rédaction\u00A0: contraire à la loi.',
      harassment: 'Non publié par la rédaction\u00A0: harcèlement.',
      misinformation: 'Non publié par la rédaction\u00A0: information fausse.',
      'hate-speech': 'Non publié par la rédaction\u00A0: propos haineux.',
      'off-topic': 'Non publié par la rédaction\u00A0: hors sujet.',
      other: 'Non publié par la rédaction.',
    },
    note: 'La rédaction vous écrit\u00A0:',
    keep: 'Gardez l’adresse de cette page\u00A0: elle dit ce que devient votre commentaire, à vous seul.',
    see: 'Voir le commentaire en ligne',
    sent: 'Envoyé le',
  },
};
