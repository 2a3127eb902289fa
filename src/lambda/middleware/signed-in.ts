import type { SignIn } from '../../config.ts';
import type { Bearer } from '../../tokens/identities.ts';
import type { Arrived, Layer } from '../chain.ts';
import { bearerOf } from './bearer.ts';

/** Lets everybody through whom the issuer knows, member or not. @throws {Refusal} `invalid-token` */
export const signedIn =
  ({ signIn }: { readonly signIn: SignIn }): Layer<Arrived, { readonly bearer: Bearer }> =>
  ({ event }) => ({ bearer: bearerOf(event, signIn.tokenUse) });
