const outlines = {
  clock: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M10 5.5v5l3 2',
  check: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6 10.5l3 3l5-6.5',
  dash: 'M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6 10h8',
  shield: 'M10 2l6.5 2.5v5c0 4-2.8 7-6.5 8.5c-3.7-1.5-6.5-4.5-6.5-8.5v-5zM7 7l6 6M13 7l-6 6',
  ghost: 'M4 10h3M9 10h3M14 10h2',
  alert: 'M10 2.5L1.5 17.5h17zM10 8v4.5M10 14.5v1',
  out: 'M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8',
  answer: 'M5 3v6a3 3 0 0 0 3 3h8M12 8l4 4l-4 4',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M12.5 12.5L17 17',
  keyboard: 'M2 5h16v10H2zM5 8h.1M8 8h.1M11 8h.1M14 8h.1M5.5 12h9',
  down: 'M5 8l5 5l5-5',
  close: 'M5 5l10 10M15 5L5 15',
} as const;
export type IconName = keyof typeof outlines;

/** An outline beside a word that says the same, or in a button that has a label. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linejoin="round"
    stroke-linecap="round"
    aria-hidden="true"
  >
    <path d={outlines[name]} />
  </svg>
);
