import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Language, wordsIn } from '../words/vocabulary.ts';

type Props = {
  readonly language: Signal<Language>;
  readonly title: string;
  readonly children: ComponentChildren;
};

/** A page before the moderators' own: one column, and the choice of language. */
export const GatePage = ({ language, title, children }: Props) => {
  const other = language.value === 'fr' ? 'en' : 'fr';
  return (
    <main class="gate">
      <h1>{title}</h1>
      {children}
      <p>
        <button
          type="button"
          class="link"
          lang={other}
          onClick={() => {
            language.value = other;
          }}
        >
          {wordsIn(language.value).frame.language}
        </button>
      </p>
    </main>
  );
};
