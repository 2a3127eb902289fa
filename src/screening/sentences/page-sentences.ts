import type { PageStanding } from '../../comment/author-page.ts';
import type { Language } from '../../comment/site.ts';

type Reason = PageStanding | 'byRule' | 'unpublished';

const sentences: Readonly<Record<Language, Readonly<Record<Reason, string>>>> = {
  en: {
    byRule: 'Enough of its author’s comments had been approved when this one was published.',
    early: 'Too few of its author’s comments had been approved when this one was published.',
    shown: 'A moderator had it shown.',
    hidden: 'A moderator had it hidden.',
    unpublished: 'That is decided when the comment is published.',
  },
  fr: {
    byRule: 'Assez de commentaires de son auteur étaient publiés quand celui-ci a été publié.',
    early: 'Trop peu de commentaires de son auteur étaient publiés quand celui-ci a été publié.',
    shown: 'La modération l’a fait afficher.',
    hidden: 'La modération l’a fait masquer.',
    unpublished: 'Cela se décide quand le commentaire est publié.',
  },
};

/** Why readers see an author's page or not, for moderators. */
export const pageSentence = (reason: Reason, language: Language): string => sentences[language][reason];
