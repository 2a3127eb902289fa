import { frenchCount } from '../plural.ts';

/** What the site learned, in French. */
export const fr = {
  answer: (spam: number, ham: number) =>
    spam + ham === 0
      ? 'Le filtre n’a encore rien appris ici.'
      : `Le filtre s’appuie ici sur ${frenchCount(spam + ham, 'décision', 'décisions')}\u00A0: ${frenchCount(ham, 'commentaire publié', 'commentaires publiés')}, ${frenchCount(spam, 'classé comme spam', 'classés comme spam')}.`,
  damaged:
    'Ce qui a été appris ne se lit plus et ne compte plus\u00A0: choisissez «\u00A0Tout oublier\u00A0».',
  agreement: 'Le filtre et vous',
  agreements: {
    held: 'publiés alors que le filtre hésitait',
    calledSpam: 'publiés alors que le filtre y voyait du spam',
    upheld: 'spam, comme le filtre le disait',
    missed: 'spam que le filtre n’a pas vu',
  } as Readonly<Record<string, string>>,
  count: 'Décisions',
  pages: 'Pages souvent classées comme spam',
  page: 'Page',
  noPages: 'Aucune.',
  reset: 'Tout oublier',
  resetLead:
    'Le filtre oublie ce qu’il a appris sur ce site et repart de ce qu’il sait de tous. Cela ne s’annule pas.',
  wasReset: 'Le filtre repart de zéro sur ce site.',
};

export type LearningWords = typeof fr;
