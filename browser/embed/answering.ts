import { describeBy, fieldOf, setHidden } from './form.ts';
import { type Answered, answeredBy, keepDraft } from './kept/draft.ts';
import { articleIn } from './list.ts';
import { newId, node } from './nodes.ts';
import type { Place } from './place.ts';

/** How a form comes to answer a comment, to answer none any more, and to be written in. */
export type Answering = {
  readonly to: (article: HTMLElement) => void;
  readonly end: () => void;
  readonly write: () => void;
};

/** Characters of a comment that stand above its answer. */
const QUOTED = 160;

/** Lets a form answer comments of its list, quoting them; a draft goes on with the one that it answered. */
export const answering = (form: HTMLFormElement, place: Place): Answering => {
  const { words } = place;
  const field = fieldOf(form, 'text');
  const titleId = newId();
  const write = () => field?.focus();
  const end = () => {
    if (field) describeBy(field, titleId, false);
    form.querySelector(':scope > .answered')?.remove();
    setHidden(form, 'parent', '');
  };
  const quote = ({ parent, title, quote: quoted }: Answered) => {
    end();
    setHidden(form, 'parent', parent);
    const cancel = node('button', { type: 'button', class: 'plain' }, words.cancel);
    cancel.addEventListener('click', () => {
      end();
      keepDraft(place, form);
      // Whoever has written goes on writing; whoever has not goes on reading.
      const way = field?.value ? field : articleIn(document, parent)?.querySelector<HTMLElement>('footer a');
      (way ?? field)?.focus();
    });
    const said = [node('p', { id: titleId }, title), node('blockquote', { dir: 'auto' }, quoted)];
    form.prepend(node('div', { class: 'answered' }, ...said, cancel));
    if (field) describeBy(field, titleId);
  };
  const to = (article: HTMLElement) => {
    const title = words.replyTo(article.querySelector('.author')?.textContent ?? '');
    quote({ parent: article.id.replace(/^comment-/, ''), title, quote: shortened(textOf(article)) });
    keepDraft(place, form);
    write();
  };
  const before = answeredBy(place);
  if (before) quote(before);
  return { to, end, write };
};

const textOf = (article: HTMLElement): string =>
  [...article.querySelectorAll('[dir=auto]')].map((line) => line.textContent).join(' ');

/** Cut between characters, and between words where these are as short as words are. */
const shortened = (text: string): string => {
  const characters = [...text];
  if (characters.length <= QUOTED) return text;
  return `${characters
    .slice(0, QUOTED)
    .join('')
    .replace(/\s+\S{0,40}$/, '')}…`;
};
