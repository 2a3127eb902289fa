import { withFirst } from '../comment/display/first-of-month.ts';
import type { Language } from '../comment/site.ts';
import { type Html, html } from './html.ts';
import { dateFormat } from './words/formats.ts';
import { wordsIn } from './words/words.ts';

/**
 * Shows times (milliseconds since 1970) as people of a language read them, by the clock of an IANA time zone; machines get RFC 3339.
 * Make one for each page.
 */
export const timeFormat = (language: Language, timeZone: string): ((time: number) => Html) => {
  const format = dateFormat(wordsIn(language).locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    ...(timeZone === 'UTC' ? { timeZoneName: 'short' } : {}),
  });
  return (time) =>
    html`<time datetime="${new Date(time).toISOString()}">${withFirst(format.format(time))}</time>`;
};

/** The time of the day at a moment, by the clock of a time zone. */
export const clockFormat = (language: Language, timeZone: string): ((time: number) => string) => {
  const format = dateFormat(wordsIn(language).locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return (time) => format.format(time);
};
