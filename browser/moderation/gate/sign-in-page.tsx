import type { Signal } from '@preact/signals';
import { readInvitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import { type Language, wordsIn } from '../words/vocabulary.ts';
import { GatePage } from './gate-page.tsx';

type Props = { readonly session: Session; readonly language: Signal<Language> };

/** The way in, or what stands in it. */
export const SignInPage = ({ session, language }: Props) => {
  const { signIn: said, offline } = wordsIn(language.value).frame;
  const state = session.state.value;
  if (state === 'starting') return <p class="gate soft">{said.under}</p>;
  const lead: Readonly<Record<string, string>> = {
    ...{ expired: said.expired, failed: said.failed, 'not-set-up': said.notSetUp, offline },
    out: readInvitation(location.hash) ? said.join : said.lead,
  };
  return (
    <GatePage language={language} title={said.title}>
      <p role="status">{lead[state]}</p>
      {state !== 'not-set-up' && (
        <p>
          <button type="button" class="primary" onClick={() => void session.signIn()}>
            {said.button}
          </button>
        </p>
      )}
    </GatePage>
  );
};
