import type { Policy } from './policy.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The form of a site's id: 1-63 of a-z, 0-9 and inner hyphens. */
export const SITE_ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** One publication with its own readers, moderators and rules. */
export type Site = {
  /** Matches SITE_ID. */
  readonly id: string;
  readonly name: string;
  /** For readers who state no preference. */
  readonly language: Language;
  /** The time zone in which its pages show times, an IANA name like `America/Toronto`; see `timeZoneOf`. */
  readonly timeZone?: string;
  /** Exact origins (`https://www.example.fr`) whose pages may call the API and hold its articles. */
  readonly origins: readonly string[];
  readonly policy: Policy;
  /** Rises by one at every change: of the policy, and of name, language, time zone or origins. */
  readonly version: number;
};

/** The default time zone of each language. English is spoken in too many zones to pick one. */
const timeZones: Readonly<Record<Language, string>> = { fr: 'Europe/Paris', en: 'UTC' };

/** The time zone of a site's pages: the site's own, or the default of its language. */
export const timeZoneOf = ({ timeZone, language }: Pick<Site, 'timeZone' | 'language'>): string =>
  timeZone ?? timeZones[language];
