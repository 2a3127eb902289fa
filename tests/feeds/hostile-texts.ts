/** What breaks XML, JSON or a script element where it is not written with care. */
const hostile = [
  ...[']]>', '<![CDATA[', '&amp;&bogus;&#0;', '<script>alert(1)</script>', '\u0000\u0008\u001f', '-->'],
  ...['\ud800', '\udc00x', '\ufffe\uffff', '<!DOCTYPE x [<!ENTITY a "b">]>', '\u202e\u{10ffff}', '\'"`'],
  ...['</script><img src=x>', '<!--<script>', '\u2028\u2029', '\\u003c/script>', '<?xml version="1.0"?>'],
];

export const hostileLine = hostile.join(' ');

/** The nth of as many texts as you like, with its number in it. */
export const hostileText = (n: number): string =>
  `${hostile[n % hostile.length]} ${n} ${hostile[(5 * n + 1) % hostile.length]}`;
