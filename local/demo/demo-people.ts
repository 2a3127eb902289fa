import type { Role } from '../../src/comment/member.ts';

/** Somebody invented who can sign in on this machine. */
export type DemoPerson = {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export const demoAdmin: DemoPerson = {
  sub: 'claire',
  name: 'Claire Vasseur',
  email: 'claire@courrier.example',
  role: 'admin',
};
export const demoModerator: DemoPerson = {
  sub: 'nora',
  name: 'Nora Lindqvist',
  email: 'nora@courrier.example',
  role: 'moderator',
};

/** The team of the demo's site. */
export const demoPeople = [demoAdmin, demoModerator] as const;
