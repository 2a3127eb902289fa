import { type Signal, signal } from '@preact/signals';
import { dropCaught } from './caught.ts';
import { dropDrafts } from './drafts.ts';
import {
  comeBack,
  discover,
  type Issuer,
  isComingBack,
  leaveToSignIn,
  leaveToSignOut,
  renewTokens,
  type SignInSettings,
  type Tokens,
} from './sign-in.ts';

export type SignInState = 'starting' | 'out' | 'in' | 'expired' | 'failed' | 'not-set-up' | 'offline';

/** `unreachable`: the issuer did not answer, so nothing is known of the sign-in. */
export type Renewal = 'renewed' | 'expired' | 'unreachable';

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

/** Remembers, in this tab, that somebody was signed in, so that a reload does not ask them to press a button. */
const WAS_IN = 'palabre-was-in';

/** Reads the settings, and takes up a sign-in that is under way. */
export const openSession = (): Session => {
  const { state, tokens, become } = keepTokens();
  let issuer: Issuer | undefined;

  const renew = async (): Promise<Renewal> => {
    const current = tokens();
    if (!issuer || !current) return 'expired';
    const renewed = await tryRenewal(issuer, current);
    if (renewed === 'unreachable') return renewed;
    return become(renewed, 'expired') ? 'renewed' : 'expired';
  };
  const session: Session = {
    state,
    tokens,
    // All calls that the expiry caught wait for the same renewal: a refresh token is often good for one use.
    renew: oneAtATime(renew),
    expire: () => void become(undefined, 'expired'),
    signIn: async () => {
      if (issuer) await leaveToSignIn(issuer, location.hash);
    },
    signOut: () => {
      sessionStorage.removeItem(WAS_IN);
      dropCaught();
      dropDrafts();
      const left = tokens();
      become(undefined, 'out');
      if (issuer && left) leaveToSignOut(issuer, left);
    },
  };
  const start = async () => {
    const settings = await readSettings();
    if (settings === undefined) return become(undefined, 'not-set-up');
    issuer = await discover(settings);
    if (isComingBack(location)) return become(await comeBack(issuer), 'failed');
    if (sessionStorage.getItem(WAS_IN) === null) return become(undefined, 'out');
    sessionStorage.removeItem(WAS_IN);
    return session.signIn();
  };
  start().catch(() => become(undefined, navigator.onLine ? 'failed' : 'offline'));
  return session;
};

/** The tokens, and the state that follows from having them. */
const keepTokens = () => {
  const state = signal<SignInState>('starting');
  let tokens: Tokens | undefined;
  return {
    state,
    tokens: () => tokens,
    /** Takes new tokens, or another state without any. @returns whether somebody is signed in */
    become: (next: Tokens | undefined, otherwise: SignInState): boolean => {
      tokens = next;
      state.value = next ? 'in' : otherwise;
      if (next) sessionStorage.setItem(WAS_IN, 'yes');
      return next !== undefined;
    },
  };
};

/** Who calls while the work is under way gets its result. */
const oneAtATime = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let underWay: Promise<Result> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
};

/** @returns undefined when the issuer says no */
const tryRenewal = (issuer: Issuer, tokens: Tokens): Promise<Tokens | 'unreachable' | undefined> =>
  renewTokens(issuer, tokens).catch((error: unknown) => (isUnreachable(error) ? 'unreachable' : undefined));

/** What `fetch` throws without a network; the errors of the protocol are of other kinds, or have a code. */
const isUnreachable = (error: unknown): boolean => error instanceof TypeError && !('code' in error);

/** Undefined where no issuer is configured. */
const readSettings = async (): Promise<SignInSettings | undefined> => {
  const response = await fetch('settings.json', { headers: { accept: 'application/json' } });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The settings answer ${response.status}.`);
  const settings: SignInSettings = await response.json();
  return settings.issuer === '' ? undefined : settings;
};
