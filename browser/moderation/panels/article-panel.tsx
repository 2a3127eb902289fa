import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { useBusy } from '../shell/busy.ts';
import { placeHref } from '../shell/place.ts';
import { ProblemLine } from '../shell/problem.tsx';
import { Skeleton } from '../shell/skeleton.tsx';
import type { ArticleMode, ArticleSettings } from '../wire.ts';

const MODES: readonly ArticleMode[] = ['open', 'premoderated', 'closed'];

/** Whether an article takes comments, and how many it has. */
export const ArticlePanel = ({ id }: { readonly id: string }) => {
  const { words, calls, toasts } = useDesk();
  const { article: said, author } = words.value.panels;
  const settings = useSignal<ArticleSettings | undefined>(undefined);
  const { isBusy, problem, run, send } = useBusy();
  const take = (reply: ArticleSettings) => {
    settings.value = reply;
  };
  const load = () => run(calls.article(id), take);
  useEffect(() => void load(), [id]);
  const now = settings.value;
  if (!now) return problem.value ? <ProblemLine text={problem.value} /> : <Skeleton />;
  const change = (mode: ArticleMode) =>
    send(
      calls.changeArticle(now, mode),
      (reply) => {
        take(reply);
        toasts.show({ text: said.saved, tone: 'done' });
      },
      load,
    );
  return (
    <div class="panel">
      <fieldset class="modes" disabled={isBusy.value}>
        <legend>{said.mode}</legend>
        {MODES.map((mode) => (
          <label key={mode} class="choice">
            <input type="radio" name="mode" checked={now.mode === mode} onChange={() => void change(mode)} />
            {said.modes[mode]}
          </label>
        ))}
      </fieldset>
      <ProblemLine text={problem.value} />
      <dl class="facts">
        <dt>{author.approved}</dt>
        <dd>{now.count}</dd>
      </dl>
      <p>
        <a href={placeHref('search', { article: id })}>{author.all}</a>
      </p>
    </div>
  );
};
