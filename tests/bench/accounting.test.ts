import { expect, test } from '@jest/globals';
import { readPss, readStat, treeOf } from '../../bench/accounting/proc.ts';

const stat = (pid: number, parent: number, [user, system, childUser, childSystem]: readonly number[]) =>
  `${pid} (php-fpm: pool) (www)) S ${parent} 1 1 0 -1 4194560 100 0 0 0 ${user} ${system} ${childUser} ${childSystem} 20 0 1 0 5 6 7\n`;

test('a process counts its own time and that of its children that ended, whatever its name holds', () => {
  expect(readStat(stat(12, 7, [100, 20, 3, 4]))).toEqual({ pid: 12, parent: 7, ticks: 127 });
});

test('a text that is no stat is refused', () => {
  expect(() => readStat('12 (node) S 7')).toThrow('Not the stat of a process');
});

test('a tree holds the roots and all that descends from them, each once', () => {
  const all = [
    stat(1, 0, [1, 0, 0, 0]),
    stat(2, 1, [2, 0, 0, 0]),
    stat(3, 2, [4, 0, 0, 0]),
    stat(4, 1, [8, 0, 0, 0]),
  ];
  const tree = treeOf(all.map(readStat), [2, 4]);
  expect(tree.map(({ pid }) => pid)).toEqual([2, 3, 4]);
});

test('memory is the process’s own share, as the kernel adds it up', () => {
  expect(
    readPss('00400000-7fff ---p 00000000 00:00 0 [rollup]\nRss:  9000 kB\nPss:   5120 kB\nPss_Dirty: 4 kB\n'),
  ).toBe(5120);
  expect(() => readPss('Rss: 1 kB')).toThrow('states no Pss');
});
