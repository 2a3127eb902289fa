export type DiffLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Lines compared at once, at most: a policy with lists of thousands is compared without its common beginning and end. */
const LINES_MAX = 2_000;

/** What a text became, line by line (longest common subsequence). */
export const diffLines = (before: string, after: string): readonly DiffLine[] => {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const removed = old.slice(head, old.length - tail);
  const added = now.slice(head, now.length - tail);
  const isLong = removed.length > LINES_MAX || added.length > LINES_MAX;
  const between = isLong ? [...all('removed', removed), ...all('added', added)] : middle(removed, added);
  return [...all('same', now.slice(0, head)), ...between, ...all('same', now.slice(now.length - tail))];
};

const middle = (old: readonly string[], now: readonly string[]): readonly DiffLine[] => {
  const lengths = commonLengths(old, now);
  const lines: DiffLine[] = [];
  for (let [at, to] = [0, 0]; at < old.length || to < now.length; ) {
    const kind = stepAt({ old, now, lengths }, at, to);
    lines.push({ kind, text: (kind === 'removed' ? old[at] : now[to]) ?? '' });
    at += kind === 'added' ? 0 : 1;
    to += kind === 'removed' ? 0 : 1;
  }
  return lines;
};

type Compared = {
  readonly old: readonly string[];
  readonly now: readonly string[];
  readonly lengths: Lengths;
};

const stepAt = ({ old, now, lengths }: Compared, at: number, to: number): DiffLine['kind'] => {
  if (at === old.length) return 'added';
  if (to === now.length) return 'removed';
  if (old[at] === now[to]) return 'same';
  return lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1) ? 'removed' : 'added';
};

const all = (kind: DiffLine['kind'], lines: readonly string[]) =>
  lines.map((text): DiffLine => ({ kind, text }));

type Lengths = readonly (readonly number[])[];

const lengthAt = (lengths: Lengths, at: number, to: number): number => lengths[at]?.[to] ?? 0;

/** For each pair of places, how many lines both texts have in common from there on. */
const commonLengths = (old: readonly string[], now: readonly string[]): Lengths => {
  let below: readonly number[] = [];
  const rows = old.toReversed().map((line) => {
    below = rowAbove(below, line, now);
    return below;
  });
  return rows.reverse();
};

const rowAbove = (below: readonly number[], line: string, now: readonly string[]): readonly number[] => {
  const row: number[] = new Array(now.length).fill(0);
  for (let to = now.length - 1; to >= 0; to -= 1)
    row[to] =
      line === now[to]
        ? lengthAt([below], 0, to + 1) + 1
        : Math.max(lengthAt([below, row], 0, to), lengthAt([row], 0, to + 1));
  return row;
};
