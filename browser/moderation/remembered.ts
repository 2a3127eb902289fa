import { effect, type Signal, signal } from '@preact/signals';
import { readInvitation } from './session/invitation.ts';
import type { Language } from './words/vocabulary.ts';

const LANGUAGE = 'palabre-language';
const SITE = 'palabre-site';

/** The language chosen here before, or else the one that the server took from the browser; the document says it. */
export const rememberedLanguage = (): Signal<Language> => {
  const before = localStorage.getItem(LANGUAGE) ?? document.documentElement.lang;
  const language = signal<Language>(before === 'fr' ? 'fr' : 'en');
  effect(() => {
    document.documentElement.lang = language.value;
    localStorage.setItem(LANGUAGE, language.value);
  });
  return language;
};

/** The site that the address names (`?site=courrier`), or else the last one. */
export const rememberedSite = (): Signal<string | undefined> => {
  const named = readInvitation(location.hash)?.site ?? new URLSearchParams(location.search).get('site');
  const site = signal<string | undefined>(named ?? localStorage.getItem(SITE) ?? undefined);
  effect(() => {
    if (site.value === undefined) localStorage.removeItem(SITE);
    else localStorage.setItem(SITE, site.value);
  });
  return site;
};
