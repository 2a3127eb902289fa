/** The parts of a web address, in lower case. */
export type UrlParts = {
  readonly host: string;
  /** The host's last label. */
  readonly top: string;
  /** The host's last two labels. */
  readonly domain: string;
  readonly path: string;
};

/** Splits an address as typed, with or without scheme. Resolves nothing and never throws. */
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

/** Runs of letters that are long enough to be words; at most `most`. */
export const lettersIn = (part: string, most: number): readonly string[] =>
  (part.match(/\p{L}{3,24}/gu) ?? []).slice(0, most);

const CHEAP = new Set(
  (
    'xyz top site online shop club icu live click win loan tk ml ga cf gq ru su cn ws cc buzz work red cam vip ' +
    'space fun website life world today biz info pw bid men date stream download review trade science party ' +
    'racing cricket accountant faith bet casino monster rest sbs cfd quest lol cyou beauty hair makeup pics lat autos ' +
    'boats homes yachts motorcycles gdn mom host press bond skin sale surf promo webcam bar trading'
  ).split(' '),
);

/** Whether the top-level domain is cheap or free, which spammers prefer. */
export const isCheap = ({ top }: UrlParts): boolean => CHEAP.has(top);

const SHORTENERS = new Set(
  (
    'bit.ly tinyurl.com goo.gl t.co ow.ly is.gd cutt.ly rebrand.ly tiny.cc shorturl.at rb.gy adf.ly bc.vc t.cn ' +
    'urlz.fr s.id lnkd.in v.gd t.ly shorte.st linktr.ee bl.ink soo.gd x.co clck.ru ' +
    'bitly.ws bit.do goo.su vk.cc ouo.io surl.li tiny.one snip.ly buff.ly j.mp shrinkme.io lnk.to tr.im cli.gs qr.ae t2m.io'
  ).split(' '),
);

/** Whether the address is a link shortener's. */
export const isShortener = ({ host }: UrlParts): boolean => SHORTENERS.has(host);
