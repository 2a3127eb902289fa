import type { Reply as CommentList } from '../../src/api/readers/list-comments.ts';
import { makeForm } from './form.ts';
import { addTo, articleIn, drawList, pageAfter } from './list.ts';
import { node } from './nodes.ts';
import { keepOwn, type Own, ownComments, showOwn } from './own.ts';
import { addressOf, askFor, type Place } from './place.ts';
import { wordsFor } from './script-words.ts';
import { upgradeForm } from './writing.ts';

/** How near the screen a conversation begins to load. */
const NEAR = '600px';

/** The comments and the form of one `<palabre-comments>`. */
export class Conversation {
  readonly #element: HTMLElement;
  readonly #base: string;
  #reply: ReturnType<typeof upgradeForm> | undefined;

  constructor(element: HTMLElement, base: string) {
    this.#element = element;
    this.#base = base;
  }

  /** Takes over the form and the comments that the page brought, or makes what is missing. */
  start(): void {
    const place = this.#place();
    this.#reply = upgradeForm(this.#form(place), place, {
      onTaken: (own) => this.#taken(own),
      onError: (sentence) => this.#tell('error', { sentence }),
    });
    this.#element.addEventListener('click', (event) => this.#clicked(event));
    window.addEventListener('hashchange', () => void this.#toLinked());
    const list = this.#list();
    if (list) this.#adopted(list);
    else this.#whenNear();
  }

  /** Loads the comments anew. */
  async refresh(): Promise<void> {
    const place = this.#place();
    try {
      const list = await askFor<CommentList>(addressOf(place, 'comments'));
      const shown = drawList(place, list, document.getElementById('comments') !== null);
      const old = this.#list();
      if (old) old.replaceWith(shown);
      else this.#element.prepend(shown);
      this.#element.querySelector(':scope > .unread')?.remove();
      this.#adopted(shown);
    } catch {
      this.#unread();
    }
  }

  #place(): Place {
    const language =
      this.#element.getAttribute('lang') ?? (this.#element.closest('[lang]')?.getAttribute('lang') || 'en');
    const [site, article] = [
      this.#element.getAttribute('site') ?? '',
      this.#element.getAttribute('article') ?? '',
    ];
    return { base: this.#base, site, article, language, words: wordsFor(language) };
  }

  #list(): HTMLElement | null {
    return this.#element.querySelector<HTMLElement>('section.comments');
  }

  #form(place: Place): HTMLFormElement {
    const known = this.#element.querySelector('form');
    if (known) return known;
    const made = makeForm(place, `palabre-${document.querySelectorAll('.comment-form').length}`);
    this.#element.append(made);
    return made;
  }

  #whenNear(): void {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        void this.refresh();
      },
      { rootMargin: NEAR },
    );
    watcher.observe(this.#element);
  }

  #adopted(list: HTMLElement): void {
    const place = this.#place();
    for (const own of ownComments(place)) showOwn(list, place, own);
    this.#tell('loaded', { article: place.article });
    void this.#toLinked();
  }

  /** Shows the comment that the page's address names, and loads its page once if it is on another. */
  async #toLinked(): Promise<void> {
    const id = /^#comment-([0-9A-Z]{26})$/.exec(location.hash)?.[1];
    const list = this.#list();
    if (!id || !list || list.dataset.around === id) return;
    const known = articleIn(list, id);
    if (known) return known.scrollIntoView();
    list.dataset.around = id;
    await this.#around(id);
  }

  async #around(id: string): Promise<void> {
    const place = this.#place();
    const list = await askFor<CommentList>(addressOf(place, 'comments', { around: id })).catch(
      () => undefined,
    );
    if (!list) return;
    const shown = drawList(place, list, false);
    shown.id = 'comments';
    shown.dataset.around = id;
    this.#list()?.replaceWith(shown);
    articleIn(shown, id)?.scrollIntoView();
  }

  #clicked(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.rel === 'next') {
      event.preventDefault();
      void this.#more(link);
    } else if (link.matches('article footer a[rel=nofollow]') && !link.pathname.endsWith('/report')) {
      event.preventDefault();
      this.#answer(link.closest('article'));
    }
  }

  #answer(article: HTMLElement | null): void {
    if (!article) return;
    const author = article.querySelector('.author')?.textContent ?? '';
    const text = [...article.querySelectorAll('p[dir]')].map((line) => line.textContent).join(' ');
    this.#reply?.to(article.id.replace(/^comment-/, ''), author, text);
  }

  async #more(link: HTMLAnchorElement): Promise<void> {
    const place = this.#place();
    const list = this.#list();
    if (!list) return;
    try {
      const asked = addressOf(place, 'comments', pageAfter(list, link));
      const page = await askFor<CommentList>(asked);
      const added = page.comments.find(({ id }) => !articleIn(list, id));
      addTo(list, place, page);
      const first = added && articleIn(list, added.id);
      first?.setAttribute('tabindex', '-1');
      first?.focus({ preventScroll: true });
      this.#tell('loaded', { article: place.article });
    } catch {
      this.#tell('error', { sentence: place.words.unread });
      // A link that came with the page leads somewhere by itself: the next click follows it.
      if (!link.dataset.cursor) link.removeAttribute('rel');
      link.textContent = `${place.words.unread} ${place.words.again}`;
    }
  }

  #taken(own: Own): void {
    const place = this.#place();
    keepOwn(place, own);
    const list = this.#list();
    if (list) showOwn(list, place, own).focus();
    this.#tell('submitted', { id: own.id, status: own.status });
  }

  #unread(): void {
    const { words } = this.#place();
    this.#tell('error', { sentence: words.unread });
    if (this.#element.querySelector(':scope > .unread')) return;
    const again = node('button', { type: 'button' }, words.again);
    again.addEventListener('click', () => void this.refresh());
    this.#element.prepend(node('p', { class: 'unread', role: 'status' }, words.unread, ' ', again));
  }

  #tell(name: 'loaded' | 'submitted' | 'error', detail: object): void {
    this.#element.dispatchEvent(new CustomEvent(`comments:${name}`, { bubbles: true, detail }));
  }
}
