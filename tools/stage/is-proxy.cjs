const { isIP } = require('node:net');

/** Bits of an address, by IP version. */
const BITS = { 4: 32, 6: 128 };

/**
 * Whether a text is an address or a prefix whose X-Forwarded-For can be believed. A prefix of length 0 would believe every sender's header, and an
 * address with a zone (`fe80::1%eth0`) is one machine's own name for it.
 */
const isProxy = (text) => {
  const [address, length = '1', ...more] = text.split('/');
  const bits = address.includes('%') ? -1 : (BITS[isIP(address)] ?? -1);
  return more.length === 0 && /^[1-9]\d{0,2}$/.test(length) && Number(length) <= bits;
};

module.exports = { isProxy };
