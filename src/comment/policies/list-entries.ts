/** Entries as they were once stored that already have today's form; most have, and are not parsed again. */
const USUAL_DOMAIN = /^(?!www\.)(?:[a-z0-9-]{1,63}\.){1,10}[a-z][a-z0-9-]{0,62}$/;
/** A text, not yet an expression: V8 would take a millisecond of a cold start to make it, and few policies need it. */
const LABELS = String.raw`^[\p{L}\p{N}\p{M}_*-]{1,63}(?:\.[\p{L}\p{N}\p{M}_*-]{1,63})*$`;
const ASCII = /^[\x21-\x7e]+$/;
/** What a mail's host is made of, with stars. */
const MAIL_HOST = /^(?=.*[.*])[a-z0-9*-]+(?:\.[a-z0-9*-]+)*$/;
const LOCAL_PART = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;

/**
 * A domain of a list as it is matched: in lower case, without scheme, `www.`, port and the dots around it; `spam.example`
 * catches what is under it, `*.top` a whole top-level domain. Undefined for what no host can be, such as an address with
 * a path, which says more than a domain does.
 */
export const domainEntry = (typed: string): string | undefined => {
  const entry = typed.trim().toLowerCase();
  if (USUAL_DOMAIN.test(entry)) return entry;
  const domain = entry
    .replace(/^(?:[a-z]{1,10}:)?\/\//, '')
    .replace(/^@/, '')
    .replace(/(?::\d{1,5})?\/?$/, '')
    .replace(/^(?:www\.(?=[^.]+\.)|\*?\.)+|\.$/g, '');
  if (!new RegExp(LABELS, 'u').test(domain) || !/[^*.]/.test(domain)) return undefined;
  if (domain.includes('*')) return ASCII.test(domain) ? domain : undefined;
  const host = URL.parse(`http://${domain}`)?.hostname;
  // `1.2` is read as the address 1.0.0.2.
  if (host === undefined || (/\.?\d+$/.test(host) && host !== domain)) return undefined;
  return domain.includes('.') ? domain : `*.${domain}`;
};

/**
 * An e-mail address of a list as it is matched: `jean@spam.example`, or `*@spam.example` for a whole domain, also when
 * that is written `@spam.example` or `spam.example`. Undefined for what no address can be.
 */
export const emailEntry = (typed: string): string | undefined => {
  const entry = typed
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^[^<>]*<([^<>]+)>$/, '$1');
  const [local, host, ...more] = partsOf(entry);
  if (host === undefined) return LOCAL_PART.test(local) && /[^*.]/.test(local) ? local : undefined;
  const ascii = ASCII.test(host) ? host : URL.parse(`http://${host}`)?.hostname;
  const isOne = more.length === 0 && MAIL_HOST.test(ascii ?? '') && LOCAL_PART.test(local);
  return isOne && /[^*.]/.test(local + ascii) ? `${local}@${ascii}` : undefined;
};

/** What stands before and after the `@`; a domain alone is any address there, and any other pattern stands for a whole address. */
const partsOf = (entry: string): readonly [string, ...string[]] => {
  if (!entry.includes('@'))
    return /^[*.]*[.]|^[^*]+$/.test(entry) ? ['*', entry.replace(/^[.]/, '*.')] : [entry];
  const [local, ...hosts] = entry.split('@');
  return [local || '*', ...hosts];
};
