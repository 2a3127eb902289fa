const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', rsquo: '’', lsquo: '‘' },
  ...{ ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', ndash: '–', mdash: '—', euro: '€', zwnj: '', zwj: '' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', icirc: 'î' },
};

/** Decodes HTML's numeric and most common named entities; unknown ones stay as typed. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (typed, decimal, hex, name) =>
        name
          ? (NAMED[name.toLowerCase()] ?? typed)
          : signOf(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
      )
    : text;

const signOf = (point: number): string =>
  point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : ' ';
