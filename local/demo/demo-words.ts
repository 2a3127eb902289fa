import type { Language } from '../../src/comment/site.ts';

/** What the demo's pages say around the comments. */
type Words = {
  readonly by: string;
  readonly related: string;
  /** Of an article in the other language. */
  readonly translated: string;
  readonly all: string;
  readonly allOf: string;
  readonly required: string;
  readonly unavailable: string;
  readonly space: string;
};

export const demoWords: Readonly<Record<Language, Words>> = {
  fr: {
    by: 'Par',
    related: 'Articles liés',
    translated: 'en anglais',
    all: 'Tous les articles',
    allOf: 'Une page de démonstration\u00A0: les lieux et les personnes sont inventés.',
    required: 'Votre adresse e-mail ne sera pas publiée. Seuls le commentaire et le nom sont nécessaires.',
    unavailable:
      'Les commentaires ne peuvent pas être affichés pour le moment. Revenez dans quelques minutes.',
    space: 'Espace de contributions personnelles',
  },
  en: {
    by: 'By',
    related: 'Related posts',
    translated: 'in French',
    all: 'All articles',
    allOf: 'A demonstration page: its places and people are made up.',
    required: 'Your email address will not be published. Only the comment and a name are needed.',
    unavailable: 'Comments cannot be shown at the moment. Please come back in a few minutes.',
    space: 'Readers’ own contributions',
  },
};
