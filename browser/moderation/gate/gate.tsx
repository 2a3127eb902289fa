import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { callsOf } from '../calls/site-calls.ts';
import { type Desk, DeskContext, openDesk } from '../desk.ts';
import { createAsk } from '../session/ask.ts';
import type { Session } from '../session/session.ts';
import { Frame } from '../shell/frame.tsx';
import { type Language, wordsIn } from '../words/vocabulary.ts';
import { type Entrance, enterSite } from './enter-site.ts';
import { NoMemberPage } from './no-member-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SitePage } from './site-page.tsx';

export type GateProps = {
  readonly session: Session;
  readonly language: Signal<Language>;
  /** Of whose site the comments are; none yet for who comes by the bare address. */
  readonly site: Signal<string | undefined>;
};

/** Lets in who is signed in and a member of the site; says to the others what to do. */
export const Gate = (props: GateProps) => {
  const { session, language, site } = props;
  if (session.state.value !== 'in') return <SignInPage session={session} language={language} />;
  if (site.value === undefined) return <SitePage language={language} site={site} isUnknown={false} />;
  return <Site key={site.value} {...props} id={site.value} />;
};

const Site = ({ session, language, site, id }: GateProps & { readonly id: string }) => {
  const entrance = useSignal<Entrance | undefined>(undefined);
  const desk = useSignal<Desk | undefined>(undefined);
  useEffect(() => {
    const calls = callsOf(
      createAsk(session, () => language.value),
      id,
    );
    const leaveSite = () => {
      site.value = undefined;
    };
    const { signOut } = session;
    const enter = async () => {
      const entered = await enterSite(calls, session);
      if (entered.kind === 'in') {
        desk.value = openDesk({ calls, me: entered.me, language, signOut, leaveSite, reenter });
        await entered.after(desk.value);
      }
      entrance.value = entered;
    };
    const reenter = async () => {
      const entered = await enterSite(calls, session);
      if (entered.kind === 'failed') return;
      if (entered.kind === 'in' && desk.value) desk.value = { ...desk.value, me: entered.me };
      entrance.value = entered;
    };
    void enter();
  }, []);
  const entered = entrance.value;
  if (!entered) return <p class="gate soft">{wordsIn(language.value).frame.signIn.under}</p>;
  if (entered.kind === 'no-site') return <SitePage language={language} site={site} isUnknown={true} />;
  if (entered.kind !== 'in' || !desk.value)
    return <NoMemberPage {...{ session, language, site }} kind={entered.kind} />;
  return (
    <DeskContext.Provider value={desk.value}>
      <Frame />
    </DeskContext.Provider>
  );
};
