import type { Flag } from './flag.ts';

const PHONE =
  /(?:\+|\b00)\d[\d ().-]{7,20}|\b\d{3}[ .-]?\d{3}[ .-]?\d{4}\b|\b0\d(?:[ .-]?\d{2}){4}\b|\b0[89]\d{2}[\d ]{5,10}/;
const MONEY = /[$€£₤₹]\s?\d|\d\s?(?:[$€£₤₹]|k€|eur\b|usd\b|euros?\b|dollars?\b|pounds?\b|fcfa\b|livres\b)/i;
const MESSENGER = /whats?\s?app|telegram|\bt\.me\/|\bwa\.me\/|\bskype\b|\bsignal\b|\bviber\b|\bwechat\b/i;

const hasDigits = (clear: string): boolean => /\d/.test(clear);

/** Requests to get in touch or to pay, and offers of money. */
export const contactFlags = [
  { name: 'mail-address', detect: ({ mails, clear }) => mails.length > 0 || /[([]at[)\]]/i.test(clear) },
  { name: 'phone', detect: ({ clear }) => hasDigits(clear) && PHONE.test(clear) },
  { name: 'money', detect: ({ clear }) => hasDigits(clear) && MONEY.test(clear) },
  { name: 'percent', detect: ({ clear }) => clear.includes('%') && /\d\s?%/.test(clear) },
  { name: 'messenger', detect: ({ clear }) => MESSENGER.test(clear) },
  { name: 'handle', detect: ({ clear }) => clear.includes('@') && /(?:^|\s)@\w{4,}/.test(clear) },
  {
    name: 'hours',
    detect: ({ clear }) =>
      hasDigits(clear) && /\b(?:24\s?[/h]\s?7|\d{1,2}\s?(?:h|hrs?|heures?|hours?)\b)/i.test(clear),
  },
] as const satisfies readonly Flag[];
