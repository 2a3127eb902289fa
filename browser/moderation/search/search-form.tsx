import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { SelectField } from '../fields/select-field.tsx';
import { goTo, placeHref } from '../shell/place.ts';
import type { Status } from '../wire.ts';

const STATUSES: readonly Status[] = ['pending', 'approved', 'rejected', 'spam', 'withdrawn'];
type Query = Readonly<Record<string, string>>;

/** Words, an article and a status to look for. */
export const SearchForm = ({ query }: { readonly query: Query }) => {
  const { words } = useDesk();
  const { search, frame } = words.value;
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef<string | undefined>(undefined);
  const submit = (event: SubmitEvent) => {
    const sent = new FormData(event.currentTarget as HTMLFormElement);
    asked.current = placeHref('search', { ...queryOf(sent), author: query.author });
    goTo(asked.current);
  };
  const href = placeHref('search', query);
  // What is asked here stands in the fields already, where it may be typed on; a link or the way back fills them.
  // Before the next key, which they would wipe away.
  useLayoutEffect(() => {
    if (href !== asked.current && form.current) fill(form.current, query);
    asked.current = undefined;
  }, [href]);
  return (
    <search>
      <form ref={form} class="search" onSubmit={submit}>
        <label class="field">
          {search.words}
          <input type="search" name="q" />
        </label>
        <label class="field">
          {search.article}
          <input type="text" name="article" />
        </label>
        <StatusChoice />
        <button type="submit" class="primary">
          {frame.search}
        </button>
        {query.author && (
          <p class="soft">
            {search.ofAuthor} <a href={placeHref('search', { ...query, author: '' })}>{search.everyone}</a>
          </p>
        )}
        <p class="soft hint">{search.hint}</p>
      </form>
    </search>
  );
};

const FIELDS = ['q', 'article', 'status'];

/** Puts a query into the fields, and the focus into the first while nothing is asked. */
const fill = (form: HTMLFormElement, query: Query): void => {
  for (const name of FIELDS) (form.elements.namedItem(name) as HTMLInputElement).value = query[name] ?? '';
  if (query.q || query.article || query.author) return;
  (form.elements.namedItem('q') as HTMLInputElement).focus();
};

/** What the form's own fields say. */
const queryOf = (sent: FormData) => {
  const text = (name: string) => String(sent.get(name) ?? '').trim();
  return { q: text('q'), article: text('article'), status: text('status') };
};

const StatusChoice = () => {
  const { search, queue } = useDesk().words.value;
  return (
    <SelectField
      name="status"
      label={search.status}
      options={[
        ['', search.everyStatus],
        ...STATUSES.map((status) => [status, queue.statuses[status]] as const),
      ]}
    />
  );
};
