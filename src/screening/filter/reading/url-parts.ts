/** A web address in the parts that tell advertising: all in lower case. */
export type UrlParts = {
  readonly host: string;
  /** The host's last part. */
  readonly top: string;
  /** The host's last two parts. */
  readonly domain: string;
  readonly path: string;
};

/** The parts of an address as typed, with or without scheme; nothing is resolved and nothing throws. */
export const urlPartsOf = (typed: string): UrlParts => {
  const rest = typed.toLowerCase().replace(/^[a-z]+:\/\/+/, '');
  const end = rest.search(/[/?#:\\]/);
  const host = (end === -1 ? rest : rest.slice(0, end)).replace(/^.*@/, '').replace(/^www\./, '');
  const labels = host.split('.');
  return {
    host,
    top: labels.at(-1) ?? '',
    domain: labels.slice(-2).join('.'),
    path: end === -1 ? '' : rest.slice(end).replace(/^\/$/, ''),
  };
};

/** Runs of letters long enough to be words; at most `most` of them. */
export const lettersIn = (part: string, most: number): readonly string[] =>
  (part.match(/\p{L}{3,24}/gu) ?? []).slice(0, most);

const CHEAP = new Set(
  (
    'xyz top site online shop club icu live click win loan tk ml ga cf gq ru su cn ws cc buzz work red cam vip ' +
    'space fun website life world today biz info pw bid men date stream download review trade science party ' +
    'racing cricket accountant faith bet casino monster rest sbs cfd quest lol cyou beauty hair makeup'
  ).split(' '),
);

/** Top-level domains that cost little or nothing and that advertising prefers. */
export const isCheap = ({ top }: UrlParts): boolean => CHEAP.has(top);

const SHORTENERS = new Set(
  (
    'bit.ly tinyurl.com goo.gl t.co ow.ly is.gd cutt.ly rebrand.ly tiny.cc shorturl.at rb.gy adf.ly bc.vc t.cn ' +
    'urlz.fr s.id lnkd.in v.gd t.ly shorte.st linktr.ee bl.ink soo.gd x.co clck.ru'
  ).split(' '),
);

/** Whether the address only leads on to another. */
export const isShortener = ({ host }: UrlParts): boolean => SHORTENERS.has(host);
