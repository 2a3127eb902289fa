import type { TeamWords } from './fr.ts';

/** The team, in English. */
export const en: TeamWords = {
  lead: 'Who moderates this site, and who is invited to.',
  columns: { name: 'Name', role: 'Role', since: 'Since', state: 'State', acts: 'Actions' },
  kinds: { person: 'person', program: 'program' },
  active: 'member',
  invited: (until) => `invitation valid until ${until}`,
  roles: { moderator: 'moderator', admin: 'admin' },
  you: 'you',
  makeAdmin: 'Make admin',
  makeModerator: 'Make moderator',
  remove: 'Remove',
  removeName: (name) => `Remove ${name}`,
  removeLead: (name) => `${name} loses access at once. Their decisions stay.`,
  withdraw: 'Take invitation back',
  withdrawName: (name) => `Take back the invitation of ${name}`,
  withdrawLead: (name) => `The link that was sent to ${name} will no longer work.`,
  removed: (name) => `${name} is no longer in the team.`,
  changed: (name) => `The role of ${name} has changed.`,
  invite: {
    title: 'Invite somebody',
    name: 'Name, as the team will see it',
    email: 'Email address',
    emailHint: 'Only this address can take up the invitation. It is not kept in the clear.',
    role: 'Role',
    send: 'Create the invitation',
    link: (name, until) =>
      `Send this link to ${name}: it is shown once, works once, and is valid until ${until}.`,
    address: 'Invitation link',
  },
  feed: {
    title: 'Your private feed',
    lead: 'For a feed reader or a chat bot: how the comments that wait begin, at a secret address that works only while you are on the team.',
    since: (time) => `On since ${time}.`,
    once: 'Keep this address now: it is shown once. Whoever knows it reads the feed.',
    address: 'Address of the feed',
    make: 'Make an address',
    renew: 'Change the address',
    drop: 'Switch the feed off',
  },
  readOnly: 'Only the site’s admins change the team.',
};
