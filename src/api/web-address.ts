const forbidden = /[\p{Cc}\\]/u;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const absolute = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;
const bareDomain = /^(?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}(?:[/?#]|$)/u;
const host = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

/**
 * A web address as it is stored: absolute, http(s), host in punycode, without a name or password in it.
 * A typed `www.example.fr` gets `https://`. Undefined for anything else.
 * What `new URL` alone would let through or mend (`https:evil.com`, `//evil.com`, backslashes, tabs) is not an address.
 */
export const webAddress = (typed: string): string | undefined => {
  if (forbidden.test(typed) || !typed.isWellFormed()) return undefined;
  const whole = scheme.test(typed) ? typed : `https://${typed}`;
  if (!absolute.test(whole) || (whole !== typed && !bareDomain.test(typed))) return undefined;
  const url = URL.parse(whole);
  return url && host.test(url.hostname) ? url.href : undefined;
};
