import { frenchCount, frenchPercent } from '../plural.ts';

/** Statistics, in French: each chart's question, and its answer. */
export const fr = {
  period: 'Période',
  clock: 'Les jours sont ceux du temps universel (UTC), non ceux du site.',
  undone: 'Une décision annulée compte aussi.',
  days: (count: number) => `${count} jours`,
  data: 'Les chiffres',
  day: 'Jour',
  count: 'Nombre',
  share: 'Part',
  outcomes: { published: 'publiés aussitôt', held: 'à relire', spam: 'spam' },
  daily: {
    question: 'Combien de commentaires arrivent\u202F?',
    answer: (comments: number, perDay: string) =>
      `${frenchCount(comments, 'commentaire', 'commentaires')} en tout, ${perDay} par jour en moyenne.`,
  },
  waiting: {
    question: 'Combien de temps un commentaire attend-il\u202F?',
    answer: (half: string, nine: string) =>
      `La moitié est traitée en ${half} au plus, neuf sur dix en ${nine}.`,
    none: 'Aucun commentaire n’a attendu.',
    half: 'la moitié',
    nine: 'neuf sur dix',
  },
  spam: {
    question: 'Quelle est la part de spam\u202F?',
    answer: (share: number) => `${frenchPercent(share)} de ce qui arrive.`,
    none: 'Aucun commentaire reçu.',
  },
  reasons: {
    question: 'Pourquoi refuse-t-on\u202F?',
    answer: (most: string, count: number) => `Le plus souvent\u00A0: ${most} (${count}).`,
    none: 'Aucun refus motivé.',
  },
  filter: {
    question: 'Le filtre et les personnes sont-ils d’accord\u202F?',
    answer: (share: number) =>
      `Sur ce que le filtre a jugé, les décisions l’ont suivi à ${frenchPercent(share)}.`,
    none: 'Aucun commentaire jugé par le filtre n’a encore été traité.',
  },
  people: 'Décisions par personne',
  person: 'Personne',
  formerMember: 'hors de l’équipe',
  percent: frenchPercent,
};

export type StatsWords = typeof fr;
