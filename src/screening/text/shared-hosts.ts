/**
 * Hosts on which many people have pages of their own, told apart by the path: networks, video and code sites, pages of
 * access providers, short links. Also hosts that people name for want of a page, as their mail's. A blog with a
 * subdomain of its own (`jean.blogspot.com`) is a host of its own and needs no entry.
 */
const SHARED =
  'about.me airbnb.com airbnb.fr amazon.com amazon.fr amzn.to apple.com bandcamp.com bbc.co.uk behance.net bing.com bit.ly bitbucket.org ' +
  'blogger.com blogspot.com bsky.app buymeacoffee.com canalblog.com codeberg.org copainsdavant.linternaute.com dailymotion.com ' +
  'deezer.com deviantart.com dev.to discord.com discord.gg disqus.com docs.google.com drive.google.com eklablog.com etsy.com ' +
  'facebook.com fb.com fb.me flickr.com framagit.org framapiaf.org free.fr g.page github.com gitlab.com gmail.com gmx.com ' +
  'gmx.fr goo.gl goodreads.com google.com google.fr gravatar.com hautetfort.com hotmail.com hotmail.fr icloud.com imdb.com ' +
  'instagram.com is.gd ko-fi.com laposte.net leboncoin.fr lichess.org linkedin.com linktr.ee live.com live.fr mail.ru mamot.fr ' +
  'maps.google.com mastodon.social medium.com membres.lycos.fr msn.com news.ycombinator.com npmjs.com ok.ru orange.fr ' +
  'outlook.com outlook.fr over-blog.com pages.perso.orange.fr patreon.com paypal.com paypal.me perso.orange.fr perso.wanadoo.fr ' +
  'photos.google.com pinterest.com pinterest.fr piaille.fr play.google.com plus.google.com pypi.org quora.com reddit.com ' +
  'researchgate.net sfr.fr sites.google.com skyrock.com snapchat.com soundcloud.com spotify.com open.spotify.com ' +
  'stackexchange.com stackoverflow.com steamcommunity.com strava.com substack.com t.co t.me telegram.me threads.com threads.net ' +
  'tiktok.com tinyurl.com trustpilot.com tumblr.com twitch.tv twitter.com viadeo.com vimeo.com vk.com wa.me wanadoo.fr ' +
  'wattpad.com whatsapp.com wikipedia.org wix.com wixsite.com wordpress.com x.com xing.com yahoo.com yahoo.fr yelp.com ' +
  'yelp.fr youtu.be youtube.com';

const HOSTS: ReadonlySet<string> = new Set(SHARED.split(' '));

/** A subdomain that is the site itself for telephones, in a language or of old. */
const VARIANT = /^(?:www\d?|m|mobile|web|old|[a-z]{2}(?:-[a-z]{2})?)\.(?=.+\.)/;

/** The shared host that a host is, without `www.`, `m.` or `fr.`; undefined when one person or house has it alone. */
export const sharedHost = (host: string): string | undefined =>
  [host, host.replace(VARIANT, '')].find((name) => HOSTS.has(name));
