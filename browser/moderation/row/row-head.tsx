import { useDesk } from '../desk.ts';
import type { Comment } from '../wire.ts';
import { Icon } from './icons.tsx';
import { Moment } from './moment.tsx';
import { articleName, isErased } from './names.ts';

type Props = {
  readonly comment: Comment;
  readonly labelId: string;
  readonly onAuthor: () => void;
  readonly onArticle: () => void;
};

/** Who wrote it, what became of their others, when, and under which article. */
export const RowHead = ({ comment, labelId, onAuthor, onArticle }: Props) => {
  const { queue: words } = useDesk().words.value;
  const { author, article } = comment;
  return (
    <header>
      <h2 id={labelId}>
        {isErased(comment) ? (
          words.erased
        ) : (
          <button type="button" class="quiet" onClick={onAuthor}>
            <bdi>{author.name}</bdi>
          </button>
        )}
      </h2>
      {!isErased(comment) && !comment.staff && <History author={author} />}
      <span class="history">
        {'appeal' in comment && `${words.appeal.at} `}
        <Moment at={comment.since ?? comment.createdAt} />
      </span>
      <span class="of-article">
        <button type="button" class="quiet" onClick={onArticle}>
          {words.quote(articleName(article))}
        </button>
        {article.link && (
          <a href={article.link} target="_blank" rel="noreferrer" class="out">
            <Icon name="out" />
            <span class="hidden">{`${articleName(article)} (${words.opens})`}</span>
          </a>
        )}
      </span>
    </header>
  );
};

const History = ({ author: { approved = 0, refused = 0 } }: Pick<Comment, 'author'>) => {
  const { author } = useDesk().words.value.queue;
  const parts = [
    ...(approved > 0 ? [author.approved(approved)] : []),
    ...(refused > 0 ? [author.refused(refused)] : []),
  ];
  return <span class="history">{parts.join(', ') || author.first}</span>;
};

/** The comment that this one answers. */
export const Answered = ({ answers }: { readonly answers: NonNullable<Comment['answers']> }) => {
  const { queue: words } = useDesk().words.value;
  return (
    <p class="answered">
      <Icon name="answer" />
      {answers.author === '' ? (
        <span>{words.answersErased}</span>
      ) : (
        <span>
          {words.answers(answers.author)} <q>{answers.excerpt}</q>
          {answers.status !== 'approved' && ` (${words.statuses[answers.status]})`}
        </span>
      )}
    </p>
  );
};
