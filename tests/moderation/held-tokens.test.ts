import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createAsk } from '../../browser/moderation/session/ask.ts';
import { keepTokens, type Tokens, WAS_IN } from '../../browser/moderation/session/held-tokens.ts';
import { tabStorage } from './tab-storage.ts';

const tab = tabStorage();
beforeEach(tab.clear);
afterEach(() => {
  jest.restoreAllMocks();
});

const old: Tokens = { bearer: 'old', idToken: 'i', refresh: 'r', nonce: 'n', email: undefined };
const fresh: Tokens = { ...old, bearer: 'fresh' };

/** Somebody signed in, and an issuer that answers when the test says so. */
const signedIn = () => {
  const held = keepTokens();
  held.become(old, 'out');
  const answers: ((answer: Tokens | 'unreachable' | undefined) => void)[] = [];
  const renew = held.renewing(() => new Promise((resolve) => answers.push(resolve)));
  return { held, renew, answers };
};

test.each([
  ['new tokens', fresh, 'renewed', 'in', 'fresh'],
  ['a refusal', undefined, 'expired', 'expired', undefined],
  ['nothing at all', 'unreachable', 'unreachable', 'in', 'old'],
] as const)('an issuer that answers %s', async (_, answer, renewal, state, bearer) => {
  const { held, renew, answers } = signedIn();
  const both = [renew(), renew()];
  expect(answers).toHaveLength(1);
  answers[0]?.(answer);
  expect(await Promise.all(both)).toEqual([renewal, renewal]);
  expect([held.state.peek(), held.tokens()?.bearer]).toEqual([state, bearer]);
});

test.each([[fresh], [undefined], ['unreachable' as const]])(
  'who signs out while tokens are renewed stays out, whatever the issuer answers: %j',
  async (answer) => {
    const { held, renew, answers } = signedIn();
    const renewal = renew();
    held.become(undefined, 'out');
    sessionStorage.removeItem(WAS_IN);
    answers[0]?.(answer);
    expect(await renewal).toBe('left');
    expect([held.state.peek(), held.tokens(), sessionStorage.getItem(WAS_IN)]).toEqual([
      'out',
      undefined,
      null,
    ]);
  },
);

test('a call that comes back after the sign-out neither renews nor expires anything', async () => {
  const { held, renew, answers } = signedIn();
  held.become(undefined, 'out');
  expect(await renew()).toBe('left');
  held.expire();
  expect([answers.length, held.state.peek()]).toEqual([0, 'out']);
});

test('a page that was signed out asks the API nothing more', async () => {
  const { held, renew } = signedIn();
  const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({}));
  const session = { ...held, renew, signIn: async () => undefined, signOut: () => undefined };
  const ask = createAsk(session, () => 'fr');
  expect(await ask('GET /v1/me')).toMatchObject({ isOk: true });
  held.become(undefined, 'out');
  expect(await ask('GET /v1/me')).toEqual({ isOk: false, status: 0 });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a call whose answer hangs ends in time, as one without a network does', async () => {
  const { held, renew } = signedIn();
  const hanging = new AbortController();
  const patience = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(hanging.signal);
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    hanging.abort();
    init?.signal?.throwIfAborted();
    return Response.json({});
  });
  const ask = createAsk(
    { ...held, renew, signIn: async () => undefined, signOut: () => undefined },
    () => 'fr',
  );
  expect(await ask('GET /v1/me')).toEqual({ isOk: false, status: 0 });
  expect(patience).toHaveBeenCalledWith(35_000);
});
