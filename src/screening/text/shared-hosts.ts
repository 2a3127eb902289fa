/**
 * Hosts on which many people have pages, distinguished by the path: social networks, video and code sites, access providers'
 * pages, short links. Also hosts that people give when they have no page, such as their mail provider's. A blog with its own
 * subdomain (`jean.blogspot.com`) needs no entry.
 */
const SHARED =
  'about.me amazon.com amazon.fr apple.com bandcamp.com behance.net bit.ly bitbucket.org blogger.com ' +
  'blogspot.com bsky.app buymeacoffee.com canalblog.com dailymotion.com deviantart.com discord.com discord.gg ' +
  'eklablog.com etsy.com facebook.com fb.com fb.me flickr.com free.fr github.com gitlab.com gmail.com goo.gl ' +
  'google.com google.fr gravatar.com hautetfort.com hotmail.com hotmail.fr instagram.com ko-fi.com laposte.net ' +
  'leboncoin.fr linkedin.com linktr.ee live.com live.fr maps.google.com medium.com msn.com open.spotify.com ' +
  'orange.fr outlook.com outlook.fr over-blog.com pages.perso.orange.fr patreon.com paypal.me perso.orange.fr ' +
  'perso.wanadoo.fr pinterest.com pinterest.fr play.google.com plus.google.com quora.com reddit.com sfr.fr ' +
  'sites.google.com skyrock.com snapchat.com soundcloud.com spotify.com stackoverflow.com substack.com t.co t.me ' +
  'telegram.me threads.net tiktok.com tinyurl.com tumblr.com twitch.tv twitter.com vimeo.com vk.com wanadoo.fr ' +
  'wikipedia.org wix.com wixsite.com wordpress.com x.com yahoo.com yahoo.fr youtu.be youtube.com';

const HOSTS: ReadonlySet<string> = new Set(SHARED.split(' '));

/** A subdomain that is the site itself: its mobile or old version, or a language on sites where people have no subdomains. */
const VARIANT =
  /^(?:www\d?\.|m\.|mobile\.|mbasic\.|touch\.|web\.|old\.|[a-z]{2}(?:-[a-z]{2})?\.(?=(?:facebook|linkedin|pinterest|quora|wikipedia|yahoo)\.))(?=.+\.)/;

/** A shared host without `www.`, `m.` or `fr.`; undefined when a host belongs to one person or organisation. */
export const sharedHost = (host: string): string | undefined =>
  [host, host.replace(VARIANT, '')].find((name) => HOSTS.has(name));
