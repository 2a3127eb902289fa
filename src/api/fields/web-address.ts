const forbidden = /[\x00-\x1F\x7F-\x9F\\]/;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const absolute = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;
/** A text, not yet an expression: V8 would take half a millisecond of a cold start to make it, and most pages state a scheme. */
const bareDomain = String.raw`^(?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}(?:[/?#]|$)`;
const host = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

/**
 * A web address as it is stored: absolute, http or https, host in punycode, no user name or password. A typed
 * `www.example.fr` gets `https://`. Undefined for anything else, including what `new URL` alone would let through or
 * repair (`https:evil.com`, `//evil.com`, backslashes, tabs).
 */
export const webAddress = (typed: string): string | undefined => {
  if (forbidden.test(typed) || !typed.isWellFormed()) return undefined;
  const whole = scheme.test(typed) ? typed : `https://${typed}`;
  if (!absolute.test(whole) || (whole !== typed && !new RegExp(bareDomain, 'u').test(typed)))
    return undefined;
  const url = URL.parse(whole);
  return url && host.test(url.hostname) ? url.href : undefined;
};

/** Digits alone, as a last label, would make a host an IPv4 address. */
const NAMED_HOST =
  '(?:[\\p{L}\\p{M}\\p{N}\\p{So}_-]+[.])*[0-9]*[\\p{L}\\p{M}\\p{So}_-][\\p{L}\\p{M}\\p{N}\\p{So}_-]*[.]?';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const PORT = '(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})';
const BARE_DOMAIN = '(?:[\\p{L}\\p{N}-]{1,63}[.]){1,10}(?=[0-9]*[\\p{L}-])[\\p{L}\\p{N}-]{2,63}';

/**
 * What `webAddress` takes, with spaces around it, as an expression for the API document. Of hosts made of digits it knows
 * IPv4 addresses only, and it cannot tell whether punycode and IPv6 addresses are right.
 */
export const addressPattern = `^\\s*(?:[hH][tT]{2}[pP][sS]?://(?:${NAMED_HOST}|${OCTET}(?:[.]${OCTET}){3}|\\[[0-9a-fA-F:.]+\\])(?::${PORT}?)?|${BARE_DOMAIN})(?:[/?#][^\\\\\\p{Cc}]*)?\\s*$`;
