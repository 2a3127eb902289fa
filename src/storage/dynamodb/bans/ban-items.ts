import { type Ban, type BanEntry, type BanList, banEffects, banKinds } from '../../../comment/abuse/ban.ts';
import type { CommentId } from '../../../comment/comment.ts';
import { DamagedItem, type Item, numberOf, textOf, toItem } from '../attributes.ts';
import { EXPIRES_AT, toMs, toSeconds } from '../codecs/expiry.ts';
import { BAN_PREFIX, banKey } from '../keys.ts';

/** Rises at every change of a site's list. */
export const LIST_VERSION = 'version';
const ID = /^[aedns][\w-]{11}$/;
const LETTER: Readonly<Record<BanEntry['effect'], string>> = { ban: 'b', allow: 'a', reserve: 'r' };
const effects = [...banEffects, 'reserve'] as const;

/** An entry of the list: its effect's letter, and the second it ends, in base 36. The attribute's name is the ban's id. */
export const writeEntry = ({ effect, until }: BanEntry): string =>
  `${LETTER[effect]}${until === undefined ? '' : toSeconds(until).toString(36)}`;

/** All of a site's bans. An unreadable one is left out, so that it does not fail every submission. */
export const itemToBanList = (item: Item | undefined): BanList =>
  new Map(
    Object.entries(item ?? {}).flatMap(([id, { S: entry = '' }]) => {
      const effect = effects.find((name) => entry.startsWith(LETTER[name]));
      const untilS = entry.length > 1 ? Number.parseInt(entry.slice(1), 36) : undefined;
      if (!ID.test(id) || !effect || Number.isNaN(untilS)) return [];
      return [[id, { effect, ...(untilS === undefined ? {} : { until: toMs(untilS) }) }] as const];
    }),
  );

export const banToItem = ({ site, id, until, from, ...said }: Ban): Item =>
  toItem({
    ...banKey(site, id),
    ...said,
    article: from?.article,
    comment: from?.comment,
    [EXPIRES_AT]: until === undefined ? undefined : toSeconds(until),
  });

/** @throws {DamagedItem} */
export const itemToBan = (site: string, item: Item): Ban => {
  const article = item.article?.S;
  const until = item[EXPIRES_AT];
  return {
    id: textOf(item, 'sk').slice(BAN_PREFIX.length),
    site,
    kind: oneOf(banKinds, item, 'kind'),
    label: textOf(item, 'label'),
    effect: oneOf(banEffects, item, 'effect'),
    reason: textOf(item, 'reason'),
    by: textOf(item, 'by'),
    createdAt: numberOf(item, 'createdAt'),
    ...(until ? { until: toMs(numberOf(item, EXPIRES_AT)) } : {}),
    ...(article === undefined ? {} : { from: { article, comment: textOf(item, 'comment') as CommentId } }),
  };
};

const oneOf = <T extends string>(names: readonly T[], item: Item, attribute: string): T => {
  const found = names.find((name) => name === item[attribute]?.S);
  if (found === undefined) throw new DamagedItem(attribute);
  return found;
};
