import { fieldOf, setHidden } from './form.ts';
import { node } from './nodes.ts';
import type { Place } from './place.ts';

/** How a form comes to answer a comment, to answer none any more, and to be written in. */
export type Answering = {
  readonly to: (article: HTMLElement) => void;
  readonly end: () => void;
  readonly write: () => void;
};

/** Characters of a comment that stand above its answer. */
const QUOTED = 160;

/** Lets a form answer comments of its list, quoting them. */
export const answering = (form: HTMLFormElement, { words }: Place): Answering => {
  const write = () => fieldOf(form, 'text')?.focus();
  const end = () => {
    form.querySelector(':scope > .answered')?.remove();
    setHidden(form, 'parent', '');
  };
  const to = (article: HTMLElement) => {
    end();
    setHidden(form, 'parent', article.id.replace(/^comment-/, ''));
    const cancel = node('button', { type: 'button', class: 'plain' }, words.cancel);
    cancel.addEventListener('click', () => {
      end();
      write();
    });
    const author = article.querySelector('.author')?.textContent ?? '';
    const quoted = node('blockquote', {}, shortened(textOf(article)));
    form.prepend(node('div', { class: 'answered' }, node('p', {}, words.replyTo(author)), quoted, cancel));
    write();
  };
  return { to, end, write };
};

const textOf = (article: HTMLElement): string =>
  [...article.querySelectorAll('[dir=auto]')].map((line) => line.textContent).join(' ');

/** Cut between words, if it has any. */
const shortened = (text: string): string =>
  text.length > QUOTED ? `${text.slice(0, QUOTED).replace(/\s+\S*$/, '')}…` : text;
