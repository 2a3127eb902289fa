import type { Signal } from '@preact/signals';
import { dropCaught } from './caught.ts';
import { dropDrafts } from './drafts.ts';
import { keepTokens, type Renewal, type SignInState, type Tokens, WAS_IN } from './held-tokens.ts';
import { PATIENCE_MS } from './patience.ts';
import {
  comeBack,
  discover,
  type Issuer,
  isComingBack,
  leaveToSignIn,
  leaveToSignOut,
  renewTokens,
  type SignInSettings,
} from './sign-in.ts';
import { forget, recall } from './tab.ts';

/** Who is signed in. Tokens are in memory only: a reloaded page asks the issuer again, who mostly still knows its reader. */
export type Session = {
  readonly state: Signal<SignInState>;
  /** What the issuer gave; undefined when nobody is signed in. */
  readonly tokens: () => Tokens | undefined;
  /** Gets new tokens. */
  readonly renew: () => Promise<Renewal>;
  /** The API takes none of the tokens that the issuer gives. */
  readonly expire: () => void;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => void;
};

/** Reads the settings, and takes up a sign-in that is under way. */
export const openSession = (): Session => {
  const { state, tokens, become, expire, renewing } = keepTokens();
  let issuer: Issuer | undefined;

  const session: Session = {
    state,
    tokens,
    renew: renewing(async (current) => issuer && tryRenewal(issuer, current)),
    expire,
    signIn: async () => {
      if (issuer) return await leaveToSignIn(issuer, location.hash);
      // What did not answer when the page opened may answer now.
      become(undefined, 'starting');
      await begin(true);
    },
    signOut: () => {
      forget(WAS_IN);
      dropCaught();
      dropDrafts();
      const left = tokens();
      become(undefined, 'out');
      if (issuer && left) leaveToSignOut(issuer, left);
    },
  };
  /** @param isAsked whether somebody pressed the button */
  const start = async (isAsked: boolean) => {
    const settings = await readSettings();
    if (settings === undefined) return become(undefined, 'not-set-up');
    issuer = await discover(settings);
    if (isComingBack(location)) return become(await comeBack(issuer), 'failed');
    if (!isAsked && recall(WAS_IN) === undefined) return become(undefined, 'out');
    forget(WAS_IN);
    return session.signIn();
  };
  const begin = async (isAsked: boolean) => {
    await start(isAsked).catch(() => become(undefined, navigator.onLine ? 'failed' : 'offline'));
  };
  void begin(false);
  return session;
};

/** @returns undefined when the issuer says no */
const tryRenewal = (issuer: Issuer, tokens: Tokens): Promise<Tokens | 'unreachable' | undefined> =>
  renewTokens(issuer, tokens).catch((error: unknown) => (isUnreachable(error) ? 'unreachable' : undefined));

/** What `fetch` throws without a network; the errors of the protocol are of other kinds, or have a code. */
const isUnreachable = (error: unknown): boolean => error instanceof TypeError && !('code' in error);

/** Undefined where no issuer is configured. @throws {Error} where they cannot be read, or not in time */
const readSettings = async (): Promise<SignInSettings | undefined> => {
  const response = await fetch('settings.json', {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The settings answer ${response.status}.`);
  const settings: SignInSettings = await response.json();
  return settings.issuer === '' ? undefined : settings;
};
