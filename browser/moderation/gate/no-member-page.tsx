import type { Signal } from '@preact/signals';
import type { Session } from '../session/session.ts';
import { type Language, wordsIn } from '../words/vocabulary.ts';
import type { Entrance } from './enter-site.ts';
import { GatePage } from './gate-page.tsx';

type Props = {
  readonly session: Session;
  readonly language: Signal<Language>;
  readonly site: Signal<string | undefined>;
  readonly kind: Entrance['kind'];
};

/** Whom to ask, for who is signed in but in no team. */
export const NoMemberPage = ({ session, language, site, kind }: Props) => {
  const { frame } = wordsIn(language.value);
  const { signIn: said } = frame;
  const leave = () => {
    site.value = undefined;
  };
  return (
    <GatePage language={language} title={kind === 'failed' ? frame.title : said.noMember}>
      {kind === 'not-joined' && <p role="alert">{said.notJoined}</p>}
      <p>{kind === 'failed' ? frame.failed : said.noMemberLead(session.tokens()?.email ?? '')}</p>
      <p class="buttons">
        {kind === 'failed' && (
          <button type="button" class="primary" onClick={() => location.reload()}>
            {frame.retry}
          </button>
        )}
        <button type="button" onClick={leave}>
          {frame.otherSite}
        </button>
        <button type="button" onClick={session.signOut}>
          {frame.signOut}
        </button>
      </p>
    </GatePage>
  );
};
