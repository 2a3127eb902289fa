import type { Signal } from '@preact/signals';
import { type Language, wordsIn } from '../words/vocabulary.ts';
import { GatePage } from './gate-page.tsx';

type Props = {
  readonly language: Signal<Language>;
  readonly site: Signal<string | undefined>;
  readonly isUnknown: boolean;
};

/** Asks whose comments are to be moderated. */
export const SitePage = ({ language, site, isUnknown }: Props) => {
  const { frame } = wordsIn(language.value);
  const submit = (event: SubmitEvent) => {
    const sent = new FormData(event.currentTarget as HTMLFormElement).get('site');
    site.value = String(sent ?? '').trim() || undefined;
  };
  return (
    <GatePage language={language} title={frame.title}>
      {isUnknown && <p role="alert">{frame.signIn.noSite}</p>}
      <form onSubmit={submit}>
        <label class="field">
          {frame.signIn.site}
          <input
            name="site"
            required
            pattern="[a-z0-9][a-z0-9\-]*"
            autocomplete="off"
            autocapitalize="none"
          />
          <small>{frame.signIn.siteHint}</small>
        </label>
        <button type="submit" class="primary">
          {frame.signIn.open}
        </button>
      </form>
    </GatePage>
  );
};
