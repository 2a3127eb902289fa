const hosts = [
  'www.le-petit-journal.example',
  'blog.jean-dupont.fr',
  'actu.val-de-rive.org',
  'a.b.c.d.example.museum',
  'my--site.co.uk',
  'studio-nord.photography',
  'example.travelersinsurance',
  '24h.example',
  '1und1.example',
  'xn--caf-dma.example',
  'café-du-port.example',
  'maïs.example',
  'пример.рф',
  '例え.テスト',
  'EXAMPLE.COM',
  'news.example:8080',
  'example.com:443',
  '192.0.2.7',
  '[2001:db8::7]:8080',
  'user-guide.readme.io',
];
const tails = [
  '',
  '/',
  '/2026/03/14/a-title-with-hyphens.html',
  '/v1.2/notes.final.pdf',
  '/chercher?q=halle+de+valrive&page=2&tri=-date',
  '/article?id=42#commentaires',
  '/%C3%A9t%C3%A9/le%20port?x=%26',
  '/été/à-la-une',
  "/wiki/Rive_(rivière)?old=1;new=2&l='a'",
  '/~camille/@home/!$&*,:=+.txt?a[]=1#/route/2',
];

/** Addresses as readers give theirs: hyphens, dots, queries, fragments, ports, long top levels, other scripts. */
export const realAddresses: readonly string[] = hosts.flatMap((host, at) =>
  tails.map((tail) => `${at % 3 === 0 ? 'http' : 'https'}://${host}${tail}`),
);

/** What looks like an address and is none that a comment may carry. */
export const wrongAddresses: readonly string[] = [
  ...[
    'javascript:alert(1)',
    'ftp://example.com/',
    'mailto:a@example.com',
    'data:text/html,x',
    'file:///etc/passwd',
  ],
  ...[
    'https://exa mple.fr/',
    'https://-.-/',
    'http://?q',
    'https://example..fr/',
    'https://example.fr:99999/',
  ],
  ...['/relative/path', '//example.fr/', 'example', `https://example.fr/${'a'.repeat(200)}`],
];
