import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { Icon } from '../row/icons.tsx';
import type { Queue } from '../wire.ts';
import { AccountMenu } from './account-menu.tsx';
import { placeHref } from './place.ts';

const QUEUES: readonly Queue[] = ['pending', 'reported', 'spam', 'appeals', 'recent'];

/** The site, its queues with how much waits in each, and the way to everything else. */
export const Header = ({ onHelp }: { readonly onHelp: () => void }) => {
  const { me, words, counts, place } = useDesk();
  const { frame } = words.value;
  const current = place.value.view;
  return (
    <header class="top">
      <strong class="site" title={me.site.name}>
        <bdi>{me.site.name}</bdi>
      </strong>
      <nav aria-label={frame.queues}>
        {QUEUES.map((queue) => (
          <Tab
            key={queue}
            view={queue}
            isCurrent={current === queue}
            isCounted={queue !== 'recent'}
            count={counts.value?.queues[queue]?.count}
          />
        ))}
      </nav>
      <SearchLink />
      <Tools current={current} />
      <button type="button" class="icon-only of-keys" onClick={onHelp} title={frame.help}>
        <Icon name="keyboard" />
        <span class="hidden">{frame.help}</span>
      </button>
      <AccountMenu />
    </header>
  );
};

const SearchLink = () => {
  const { frame } = useDesk().words.value;
  return (
    <a class="out to-search" href={placeHref('search')} title={frame.search} aria-keyshortcuts="/">
      <Icon name="search" />
      <span class="hidden">{frame.search}</span>
    </a>
  );
};

/** The pages beside the queues, for every role. */
const TOOLS = ['search', 'bans', 'team', 'policy', 'learning', 'audit', 'stats'] as const;

/** The other pages: in a row where there is room, else behind a button. */
const Tools = ({ current }: { readonly current: string }) => {
  const { frame } = useDesk().words.value;
  const id = useId();
  const tabs = TOOLS.map((view) => <Tab key={view} view={view} isCurrent={current === view} />);
  return (
    <>
      <nav class="tools" aria-label={frame.tools}>
        {tabs}
      </nav>
      <button type="button" class="quiet more-tools" popoverTarget={id}>
        {frame.more} <Icon name="down" />
      </button>
      <nav id={id} popover="auto" class="menu" aria-label={frame.tools}>
        {tabs}
      </nav>
    </>
  );
};

type TabProps = {
  readonly view: keyof ViewNames;
  readonly isCurrent: boolean;
  /** Its number will come: the room for it is kept. */
  readonly isCounted?: boolean;
  readonly count?: number | undefined;
};
type ViewNames = ReturnType<typeof useDesk>['words']['value']['frame']['views'];

const Tab = ({ view, isCurrent, isCounted, count }: TabProps) => {
  const { frame, policy } = useDesk().words.value;
  const counted = frame.counted[view] ?? policy.backtest.comments;
  const tab = useRef<HTMLAnchorElement>(null);
  // On a phone the tabs are wider than the screen.
  useLayoutEffect(() => {
    const row = tab.current?.parentElement;
    if (isCurrent && tab.current && row)
      row.scrollLeft = tab.current.offsetLeft - (row.clientWidth - tab.current.offsetWidth) / 2;
  }, [isCurrent, frame]);
  return (
    <a ref={tab} href={placeHref(view)} aria-current={isCurrent ? 'page' : undefined}>
      {frame.views[view]}
      {count !== undefined && (
        <span class="count">
          <span aria-hidden="true">{count}</span>
          <span class="hidden"> {counted(count)}</span>
        </span>
      )}
      {count === undefined && isCounted && <span class="count" />}
    </a>
  );
};
