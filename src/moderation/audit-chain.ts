/** An audit event: its name in its trail, and its contents as one text. */
export type TrailEvent = { readonly name: string; readonly text: string };

/** A link of a trail's chain: digests of some events, bound to the link before. */
export type Link = {
  /** From 1, without gaps. */
  readonly number: number;
  readonly events: readonly SealedEvent[];
  readonly hash: string;
};
export type SealedEvent = { readonly name: string; readonly digest: string };

/** A keyed digest that only this service can make. */
export type AuditDigest = (...parts: readonly string[]) => string;

/** The link that follows another and seals some events of the same trail. @param last undefined for a trail's first link */
export const linkAfter = (
  trail: string,
  last: Pick<Link, 'number' | 'hash'> | undefined,
  events: readonly TrailEvent[],
  digest: AuditDigest,
): Link => {
  const number = (last?.number ?? 0) + 1;
  const sealed = events.map(({ name, text }) => ({ name, digest: digest('event', trail, name, text) }));
  return { number, events: sealed, hash: hashOf(trail, number, last?.hash ?? '', sealed, digest) };
};

/** Events that no link names, each once. */
export const unsealedOf = <E extends Pick<TrailEvent, 'name'>>(
  events: readonly E[],
  links: readonly Link[],
): readonly E[] => {
  const sealed = new Set(links.flatMap((link) => link.events.map(({ name }) => name)));
  return [...Map.groupBy(events, ({ name }) => name)].flatMap(([name, [event]]) =>
    sealed.has(name) || !event ? [] : [event],
  );
};

/** One event of a comment, which of its versions it made, and what it says that it did. */
type Versioned = TrailEvent & {
  readonly comment: string;
  readonly version: number;
  readonly action?: string | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};
/** A site's own events belong to no comment. */
export type Trail = {
  readonly trail: string;
  readonly events: readonly (TrailEvent | Versioned)[];
  /** In order of their numbers. */
  readonly links: readonly Link[];
  /** The stored comments' versions. */
  readonly comments: readonly { readonly comment: string; readonly version: number }[];
};

/**
 * What is wrong with a trail. `changed`: an event is not as it was sealed. `removed`: a sealed event is gone. `broken`: a link does not
 * follow from the one before, or is missing. `gap`: a version of a comment has no event. `fork`: two events made the same version.
 * `gone`: a comment is not there that nothing removes, since it was published or erased. `unsealed` alone is no sign of tampering: the stream seals a moment later.
 */
export type Flaw = {
  readonly kind: 'changed' | 'removed' | 'broken' | 'gap' | 'fork' | 'gone' | 'unsealed';
  readonly trail: string;
  /** The event, the link's number, or the comment and the version. */
  readonly at: string;
};

/** Checks a trail against its chain and against its comments' versions. */
export const flawsOf = (trail: Trail, digest: AuditDigest): readonly Flaw[] => {
  const flaw = (kind: Flaw['kind']) => (at: string) => ({ kind, trail: trail.trail, at });
  const texts = new Map(trail.events.map(({ name, text }) => [name, text]));
  const sealed = trail.links.flatMap(({ events }) => events);
  const isChanged = ({ name, digest: known }: SealedEvent) =>
    texts.has(name) && digest('event', trail.trail, name, texts.get(name) ?? '') !== known;
  return [
    ...sealed.filter(isChanged).map(({ name }) => flaw('changed')(name)),
    ...sealed.filter(({ name }) => !texts.has(name)).map(({ name }) => flaw('removed')(name)),
    ...brokenLinks(trail, digest).map(flaw('broken')),
    ...versionFlaws(trail).map(({ kind, at }) => flaw(kind)(at)),
    ...goneComments(trail).map(({ kind, at }) => flaw(kind)(at)),
    ...unsealedOf(trail.events, trail.links).map(({ name }) => flaw('unsealed')(name)),
  ];
};

const brokenLinks = ({ trail, links }: Trail, digest: AuditDigest): readonly string[] =>
  links.flatMap(({ number, events, hash }, at) => {
    const before = links[at - 1];
    const isNext = number === (before?.number ?? 0) + 1;
    return isNext && hash === hashOf(trail, number, before?.hash ?? '', events, digest) ? [] : [`${number}`];
  });

/** Every version up to a comment's own, or up to the last that is told of, has one event. */
const versionFlaws = ({ events, comments }: Trail) => {
  const told = Map.groupBy(events.filter(isVersioned), ({ comment }) => comment);
  const stored = new Map(comments.map(({ comment, version }) => [comment, version]));
  return [...new Set([...told.keys(), ...stored.keys()])].flatMap((comment) => {
    const versions = (told.get(comment) ?? []).map(({ version }) => version);
    const last = Math.max(stored.get(comment) ?? 0, ...versions);
    return Array.from({ length: last }, (_, at) => at + 1).flatMap((version) => {
      const times = versions.filter((one) => one === version).length;
      const at = `${comment}#${version}`;
      if (times === 1) return [];
      return [{ kind: times === 0 ? ('gap' as const) : ('fork' as const), at }];
    });
  });
};

/** Comments that are not there. The event of a removal by the calendar is written behind it, by the stream. */
const goneComments = ({ events, comments }: Trail): readonly Omit<Flaw, 'trail'>[] => {
  const stored = new Set(comments.map(({ comment }) => comment));
  const gone = events.filter((event) => isVersioned(event) && !stored.has(event.comment)) as Versioned[];
  return [...Map.groupBy(gone, ({ comment }) => comment)].flatMap(([comment, unordered]) => {
    const told = unordered.toSorted((one, other) => one.version - other.version);
    const last = told.at(-1) as Versioned;
    const at = `${comment}#${last.version}`;
    if (last.action === 'remove' && !isForGood(told)) return [];
    return { kind: isForGood(told) ? 'gone' : 'unsealed', at };
  });
};

/** Whether nothing removes a comment with these events: it is published, or what erasing leaves. */
const isForGood = (told: readonly Versioned[]): boolean => {
  const last = told.findLast(({ action, after }) => action === 'remove' || after !== undefined);
  const status = last?.action === 'remove' ? last.before : last?.after;
  return status === 'approved' || told.some(({ action }) => action === 'erase');
};

const isVersioned = (event: TrailEvent | Versioned): event is Versioned => 'version' in event;

const hashOf = (
  trail: string,
  number: number,
  before: string,
  events: readonly SealedEvent[],
  digest: AuditDigest,
): string => digest('link', trail, `${number}`, before, ...events.flatMap((one) => [one.name, one.digest]));
