import { effect, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { BansView } from '../bans/bans-view.tsx';
import { type Desk, useDesk } from '../desk.ts';
import { HelpDialog } from '../keys/help-dialog.tsx';
import { useKeys } from '../keys/keyboard.ts';
import { LearningView } from '../learning/learning-view.tsx';
import { PolicyView } from '../policy/policy-view.tsx';
import { QueueView } from '../queue/queue-view.tsx';
import { AuditView } from '../records/audit-view.tsx';
import { SearchView } from '../search/search-view.tsx';
import { StatsView } from '../stats/stats-view.tsx';
import { SurgeNotice } from '../surge/surge-notice.tsx';
import { TeamView } from '../team/team-view.tsx';
import { Header } from './header.tsx';
import type { Place } from './place.ts';
import { pollWhileVisible } from './poll.ts';
import { ToastView } from './toast-view.tsx';

/** Milliseconds between two counts while the page is in sight. */
const POLL_MS = 30_000;

/** The page once somebody is in: header, the view of the address, what was done last. */
export const Frame = () => {
  const desk = useDesk();
  const { place, words, toasts } = desk;
  const isHelpOpen = useSignal(false);
  const help = () => {
    isHelpOpen.value = true;
  };
  useKeys({ '?': help });
  useEffect(() => pollWhileVisible(POLL_MS, () => void desk.recount()), [desk]);
  // What was done in another view is still taken back by its key.
  useEffect(() => toasts.hide, [place.value]);
  useTitle(desk);
  useHeadingFocus(place.value.view);
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {words.value.frame.skip}
      </button>
      <Header onHelp={help} />
      <main id="main" tabIndex={-1}>
        <View place={place.value} />
      </main>
      <SurgeNotice />
      <ToastView />
      {isHelpOpen.value && (
        <HelpDialog
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      )}
    </>
  );
};

/** The title says what waits and which view is open; at once, so that a heading that takes the focus stands under its own. */
const useTitle = ({ counts, words, place, me }: Desk): void => {
  useLayoutEffect(
    () =>
      effect(() => {
        const waiting = counts.value?.queues.pending?.count ?? 0;
        const { title, views } = words.value.frame;
        const view = (views as Readonly<Record<string, string>>)[place.value.view] ?? views.pending;
        document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${view} – ${title} – ${me.site.name}`;
      }),
    [],
  );
};

/** Another view is read from its heading on, unless it put the focus into a field. */
const useHeadingFocus = (view: string): void => {
  const before = useRef(view);
  useLayoutEffect(() => {
    if (before.current === view) return;
    before.current = view;
    document.querySelector<HTMLElement>('.menu:popover-open')?.hidePopover();
    const main = document.getElementById('main');
    if (!main || (main !== document.activeElement && main.contains(document.activeElement))) return;
    const heading = main.querySelector('h1') ?? main;
    heading.tabIndex = -1;
    heading.focus();
  }, [view]);
};

/** A link would change the fragment, which names the view. */
const skip = (): void => document.getElementById('main')?.focus();

const View = ({ place: { view, query } }: { readonly place: Place }) => {
  switch (view) {
    case 'search':
      return <SearchView query={query} />;
    case 'policy':
      return <PolicyView />;
    case 'bans':
      return <BansView />;
    case 'audit':
      return <AuditView />;
    case 'stats':
      return <StatsView />;
    case 'team':
      return <TeamView />;
    case 'learning':
      return <LearningView />;
    case 'reported':
    case 'spam':
    case 'appeals':
    case 'recent':
      return <QueueView key={view} queue={view} query={query} />;
    default:
      return <QueueView key="pending" queue="pending" query={query} />;
  }
};
