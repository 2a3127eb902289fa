import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Link, Trail, TrailEvent } from '../../../moderation/audit-chain.ts';
import type { StoredEvent } from '../../audit-store.ts';
import { type Item, numberOf, textOf, toItem } from '../attributes.ts';
import { linkKey } from '../keys.ts';
import { eventOf, siteOfTrail } from '../read-keys.ts';
import { itemToEntry } from './event-item.ts';

/** Attributes of an event that its seal leaves out: its keys, and the bookkeeping that changes later. */
const NOT_SAID = new Set(['pk', 'sk', 'counted']);

/** An event's contents as one text, independent of the order of its attributes. */
export const eventText = (item: Item): string =>
  JSON.stringify(sorted(Object.entries(item).filter(([name]) => !NOT_SAID.has(name))));

/** A map's attributes have no order either. */
const sorted = (attributes: readonly [string, AttributeValue][]): unknown =>
  attributes
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, value.M ? sorted(Object.entries(value.M)) : value]);

/** An article's event names its comment and the version that it made; a site's own event does not. */
export const itemToEvent = (item: Item): Trail['events'][number] => {
  const name = textOf(item, 'sk');
  const { comment, version } = eventOf(name);
  const event: TrailEvent = { name, text: eventText(item) };
  const [action, before, after] = [item.action?.S, item.before?.S, item.after?.S];
  return Number.isNaN(version) || version === 0
    ? event
    : { ...event, comment, version, action, before, after };
};

/** An event of a trail with what it says. @throws {DamagedItem} */
export const itemToStored = (item: Item): StoredEvent => ({
  name: textOf(item, 'sk'),
  text: eventText(item),
  site: siteOfTrail(textOf(item, 'pk')),
  entry: itemToEntry(item),
});

/** Each event as its name and its digest, separated by a space. */
export const linkToItem = (trail: string, { number, events, hash }: Link): Item =>
  toItem({
    ...linkKey(trail, number),
    number,
    events: events.map(({ name, digest }) => `${name} ${digest}`).join('\n'),
    hash,
  });

export const itemToLink = (item: Item): Link => ({
  number: numberOf(item, 'number'),
  hash: textOf(item, 'hash'),
  events: textOf(item, 'events')
    .split('\n')
    .map((line) => {
      const [name = '', digest = ''] = line.split(' ');
      return { name, digest };
    }),
});
