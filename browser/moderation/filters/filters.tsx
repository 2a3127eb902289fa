import { useMemo } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import type { Listing } from '../list/listing.ts';
import type { Order } from '../list/listing-parts.ts';
import { checkNames } from '../row/names.ts';
import { goTo } from '../shell/place.ts';
import { ArticleChoice } from './article-choice.tsx';
import { Choice } from './choice.tsx';

type Query = Readonly<Record<string, string | undefined>>;
type Props = {
  readonly listing: Listing;
  readonly query: Query;
  /** Undefined where there is no choice. */
  readonly order: Order | undefined;
  /** Where a changed query is shown. */
  readonly href: (query: Query) => string;
};

const ORDERS: readonly Order[] = ['oldest', 'newest', 'urgent'];
const NARROWING = ['author', 'link', 'article', 'reason', 'language'];
const LANGUAGES = ['fr', 'en'];

/** What a queue is narrowed to and how it is sorted. */
export const Filters = ({ listing, query, order, href }: Props) => {
  const { words } = useDesk();
  const { filters } = words.value.queue;
  const set = (name: string) => (value: string) => goTo(href({ ...query, [name]: value }));
  const comments = listing.rows.value.map(({ comment }) => comment.value);
  const isWide = useMemo(() => matchMedia('(min-width: 40rem)').matches, []);
  return (
    <details class="filters" open={isWide}>
      <summary>{filters.title}</summary>
      <fieldset>
        <legend class="hidden">{filters.title}</legend>
        {order && (
          <Choice
            label={filters.order}
            value={order}
            options={ORDERS.map((one) => [one, filters.orders[one]])}
            onChoose={set('order')}
          />
        )}
        <ArticleChoice
          chosen={query.article ?? ''}
          articles={comments.map(({ article }) => article)}
          onChoose={set('article')}
        />
        <Choice
          label={filters.reason}
          value={query.reason ?? ''}
          options={[['', filters.allReasons], ...checkNames(words.value)]}
          onChoose={set('reason')}
        />
        <LanguageChoice chosen={query.language} onChoose={set('language')} />
        {query.author && <span>{filters.author(comments[0]?.author.name ?? '…')}</span>}
        {query.link && <span>{filters.link(query.link)}</span>}
        {NARROWING.some((name) => query[name]) && <a href={href({ order: query.order })}>{filters.clear}</a>}
      </fieldset>
    </details>
  );
};

type LanguageProps = {
  readonly chosen: string | undefined;
  readonly onChoose: (language: string) => void;
};

const LanguageChoice = ({ chosen, onChoose }: LanguageProps) => {
  const { filters } = useDesk().words.value.queue;
  const nameOf = useLanguageNames();
  return (
    <Choice
      label={filters.language}
      value={chosen ?? ''}
      options={[['', filters.allReasons], ...LANGUAGES.map((code) => [code, nameOf(code)] as const)]}
      onChoose={onChoose}
    />
  );
};

const useLanguageNames = () => {
  const { locale } = useDesk().words.value;
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (code: string) => names.of(code) ?? code;
};
