import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';
import { articleName } from '../row/names.ts';
import type { Comment } from '../wire.ts';
import { Choice } from './choice.tsx';

type Props = {
  readonly chosen: string;
  /** Of the rows that are loaded. */
  readonly articles: readonly Comment['article'][];
  readonly onChoose: (article: string) => void;
};

/** No article's id has a space. */
const OTHER = ' ';

/** An article of the rows that are loaded, or any other by its id: a queue does not list its articles. */
export const ArticleChoice = ({ chosen, articles, onChoose }: Props) => {
  const { filters } = useDesk().words.value.queue;
  const isTyping = useSignal(false);
  const names = new Map([
    [chosen, chosen],
    ...articles.map((article) => [article.id, articleName(article)] as const),
  ]);
  names.delete('');
  const options = [...names].toSorted(([, one], [, other]) => one.localeCompare(other));
  const choose = (article: string) => {
    isTyping.value = article === OTHER;
    if (article !== OTHER) onChoose(article);
  };
  return (
    <>
      <Choice
        label={filters.article}
        value={isTyping.value ? OTHER : chosen}
        options={[['', filters.all], ...options, [OTHER, filters.otherArticle]]}
        onChoose={choose}
      />
      {isTyping.value && <ArticleField onChoose={choose} />}
    </>
  );
};

const ArticleField = ({ onChoose }: Pick<Props, 'onChoose'>) => {
  const { articleId } = useDesk().words.value.queue.filters;
  return (
    <form
      onSubmit={(event) => {
        onChoose(String(new FormData(event.currentTarget).get('article')).trim());
      }}
    >
      <input
        name="article"
        required
        autocomplete="off"
        aria-label={articleId}
        placeholder={articleId}
        ref={takeFocus}
      />
    </form>
  );
};

/** Who asked for the field writes in it next. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus();
