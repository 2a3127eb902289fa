import { demoPeople } from '../demo/demo-people.ts';

/** Somebody who can sign in on this machine, without a password. */
export type Account = { readonly sub: string; readonly email: string; readonly name: string };

/** Beside the demo's people, anybody with an e-mail address, so that invitations can be tried: it is taken for verified. */
export const findAccount = (sub: string): Account | undefined => {
  const person = demoPeople.find((one) => one.sub === sub);
  if (person) return person;
  return EMAIL.test(sub) ? { sub, email: sub, name: sub } : undefined;
};

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** The account that a sign-in form names. */
export const accountOf = (form: URLSearchParams): Account | undefined => {
  const chosen = form.get('person') || form.get('email')?.trim().toLowerCase() || '';
  return findAccount(chosen);
};
