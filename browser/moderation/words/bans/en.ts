import type { BanWords } from './fr.ts';

/** Bans and the allow-list, in English. */
export const en: BanWords = {
  lead: 'Who is banned on this site, and who has permission and is always let in. A change is felt everywhere within a minute.',
  none: 'No bans, no permissions.',
  columns: { who: 'Who', effect: 'Effect', reason: 'Reason', until: 'Until', by: 'By', acts: 'Actions' },
  kinds: { author: 'author', email: 'email address', domain: 'domain', network: 'network' },
  effects: { ban: 'ban', allow: 'permission' },
  forGood: 'for good',
  lift: 'Lift',
  liftNames: {
    ban: (label) => `Lift the ban of ${label}`,
    allow: (label) => `Lift the permission of ${label}`,
  },
  liftLead: 'Their comments follow the site’s policy again.',
  lifted: { ban: 'The ban is lifted.', allow: 'The permission is lifted.' },
  add: {
    title: 'Ban or allow',
    titleOf: (author) => `Ban ${author}`,
    kind: 'What',
    value: 'Address, domain or network',
    valueHint: 'For example name@example.org, example.org or 192.0.2.0/24. A domain covers its subdomains.',
    kindsOf: {
      author: 'its author, wherever recognised',
      email: 'its email address',
      network: 'its network address',
      range: 'its whole network (/24 in IPv4, /64 in IPv6)',
    },
    effect: 'Effect',
    reason: 'Reason, for the team',
    days: 'For how long',
    durations: { '1': 'a day', '7': 'a week', '30': 'a month', '365': 'a year', '': 'for good' },
    done: {
      ban: 'The ban is saved.',
      allow: 'The permission is saved.',
    },
    instead: (before, until) => `In place of: ${before} (${until}).`,
  },
};
