import { type Signal, signal } from '@preact/signals';
import { keep } from './tab.ts';

/** What the issuer gave. */
export type Tokens = {
  /** What the API is sent. */
  readonly bearer: string;
  readonly idToken: string;
  readonly refresh: string | undefined;
  /** What the ID token had to repeat, which the API checks when somebody joins. */
  readonly nonce: string;
  readonly email: string | undefined;
};

export type SignInState = 'starting' | 'out' | 'in' | 'expired' | 'failed' | 'not-set-up' | 'offline';

/** `unreachable`: the issuer did not answer, so nothing is known of the sign-in; `left`: who was signed in has signed out. */
export type Renewal = 'renewed' | 'expired' | 'unreachable' | 'left';

/** Remembers, in this tab, that somebody was signed in, so that a reload does not ask them to press a button. */
export const WAS_IN = 'palabre-was-in';

/** The tokens, and the state that follows from having them. */
export const keepTokens = () => {
  const state: Signal<SignInState> = signal('starting');
  let tokens: Tokens | undefined;
  /** Takes new tokens, or another state without any. @returns whether somebody is signed in */
  const become = (next: Tokens | undefined, otherwise: SignInState): boolean => {
    tokens = next;
    state.value = next ? 'in' : otherwise;
    if (next) keep(WAS_IN, true);
    return next !== undefined;
  };
  const gone = (): Renewal => (state.peek() === 'out' ? 'left' : 'expired');
  const renewal = async (ask: AskForTokens): Promise<Renewal> => {
    const current = tokens;
    if (!current) return gone();
    const renewed = await ask(current);
    // Who signed out while the issuer was asked stays out.
    if (tokens !== current) return gone();
    if (renewed === 'unreachable') return renewed;
    return become(renewed, 'expired') ? 'renewed' : 'expired';
  };
  return {
    state,
    tokens: () => tokens,
    become,
    expire: () => void (tokens && become(undefined, 'expired')),
    /** All calls that the expiry caught wait for the same renewal: a refresh token is often good for one use. */
    renewing: (ask: AskForTokens) => oneAtATime(() => renewal(ask)),
  };
};

/** @returns undefined when the issuer says no */
type AskForTokens = (current: Tokens) => Promise<Tokens | 'unreachable' | undefined>;

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
