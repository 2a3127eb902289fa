import { makeForm } from './form.ts';
import { learnFates, whenReturned } from './kept/fates.ts';
import { keepOwn, type Own } from './kept/own.ts';
import { showAllOwn, showOwn } from './kept/own-card.ts';
import { articleIn, countOf, recount } from './list.ts';
import { tell } from './nodes.ts';
import { codeOf, type Order, type Place, placeOf } from './place.ts';
import { clickedLink, type Ways } from './reading/clicks.ts';
import { drawPage } from './reading/draw-page.ts';
import { addSort, addWrite } from './reading/head.ts';
import { everyMinute, joinNew, lookForNew } from './reading/live.ts';
import { whenNear } from './reading/near.ts';
import { turnPage } from './reading/paging.ts';
import { linkedComment, pointOut, takeTo } from './reading/permalink.ts';
import { unlessClosed } from './reading/unless-closed.ts';
import { sayGone, sayUnread } from './reading/unread.ts';
import { type HowTaken, upgradeForm } from './writing.ts';

/** What goes when an element begins anew. */
const MADE = 'section.comments, form, :scope > .unread';

/** The comments and the form of one `<palabre-comments>`. */
export class Conversation {
  readonly #element: HTMLElement;
  readonly #api: Pick<Place, 'base' | 'kept'>;
  #reply: ReturnType<typeof upgradeForm> | undefined;
  #order: Order | undefined;
  /** Counts loads, so that the last one asked for is the one shown. */
  #loads = 0;
  /** The linked comment that was looked for last. */
  #sought: string | undefined;
  #hasAskedFates = false;
  readonly #ended = new AbortController();

  constructor(element: HTMLElement, api: Pick<Place, 'base' | 'kept'>) {
    this.#element = element;
    this.#api = api;
  }

  /** Takes over the form and the comments that the page brought, or makes what is missing. */
  start(): void {
    const form = this.#element.querySelector('form');
    if (form) this.#upgrade(form);
    const { signal } = this.#ended;
    this.#element.addEventListener('click', (event) => clickedLink(event, this.#ways), { signal });
    window.addEventListener('hashchange', () => void this.#toLinked(), { signal });
    whenReturned(() => this.#withList(learnFates), signal);
    const list = this.#list();
    if (list) this.#adopted(list);
    else if (linkedComment()) void this.#load(linkedComment());
    else whenNear(this.#element, () => void this.#load(), signal);
    if (list && !form) void unlessClosed(this.#place(), () => this.#addForm(), signal);
    const look = (list: HTMLElement, place: Place) => lookForNew(list, place, () => void this.#showNew(list));
    everyMinute(this.#element, () => this.#withList(look), signal);
  }

  /** Leaves the element as it would be without comments and form. */
  end(): void {
    this.#ended.abort();
    this.#loads += 1;
    for (const made of this.#element.querySelectorAll(MADE)) made.remove();
  }

  /** Loads the comments anew. */
  async refresh(): Promise<void> {
    this.#hasAskedFates = false;
    await this.#load();
  }

  #place(): Place {
    return placeOf(this.#element, { ...this.#api, order: this.#order });
  }

  #list(): HTMLElement | null {
    return this.#element.querySelector<HTMLElement>('section.comments');
  }

  #upgrade(form: HTMLFormElement): void {
    this.#reply = upgradeForm(form, this.#place(), {
      onTaken: (own, how) => this.#taken(own, how),
      onError: (sentence, code) => tell(this.#element, 'error', { sentence, code }),
    });
  }

  #addForm(): void {
    if (this.#reply) return;
    const made = makeForm(this.#place());
    this.#element.append(made);
    this.#upgrade(made);
  }

  /** Shows the first page, or the one that holds a comment. */
  async #load(around?: string): Promise<void> {
    this.#loads += 1;
    const load = this.#loads;
    const place = this.#place();
    this.#sought = around ?? this.#sought;
    try {
      const [shown, isClosed] = await drawPage(place, this.#list(), around);
      if (load === this.#loads) this.#show(shown, isClosed);
    } catch (error) {
      if (load !== this.#loads) return;
      const code = codeOf(error);
      if (around && code === 'comment-not-found') await this.#gone();
      else this.#unread(code);
    }
  }

  #show(shown: HTMLElement, isClosed: boolean): void {
    const old = this.#list();
    if (old) old.replaceWith(shown);
    else this.#element.prepend(shown);
    this.#element.querySelector(':scope > .unread')?.remove();
    if (!isClosed) this.#addForm();
    if (!isClosed) addWrite(shown, this.#place());
    this.#adopted(shown);
  }

  #adopted(list: HTMLElement): void {
    const place = this.#place();
    showAllOwn(list, place);
    addSort(list, place, (order) => void this.#sort(order));
    tell(this.#element, 'loaded', { article: place.article });
    if (!this.#hasAskedFates) void learnFates(list, place);
    this.#hasAskedFates = true;
    void this.#toLinked();
  }

  async #sort(order: Order): Promise<void> {
    this.#order = order;
    await this.#load();
    this.#list()?.querySelector<HTMLElement>('.sort')?.focus();
  }

  /** Shows the comment that the page's address names, and loads its page once if it is on another. */
  async #toLinked(): Promise<void> {
    const id = linkedComment();
    const list = this.#list();
    if (!id || !list?.isConnected) return;
    const known = articleIn(list, id);
    if (known) pointOut(list, known);
    else if (this.#sought !== id) await this.#load(id);
  }

  async #gone(): Promise<void> {
    if (!this.#list()) await this.#load();
    sayGone(this.#list(), this.#place().words);
  }

  #withList(act: (list: HTMLElement, place: Place) => unknown): void {
    const list = this.#list();
    if (list) act(list, this.#place());
  }

  readonly #ways: Ways = {
    turn: (link) => this.#withList((list, place) => void this.#turn(list, place, link)),
    toStart: () => void this.#load(),
    write: () => this.#reply?.write(),
    answer: (article) => this.#reply?.to(article),
  };

  async #turn(list: HTMLElement, place: Place, link: HTMLAnchorElement): Promise<void> {
    try {
      takeTo(await turnPage(list, place, link));
      tell(this.#element, 'loaded', { article: place.article });
    } catch (error) {
      tell(this.#element, 'error', { sentence: place.words.unread, code: codeOf(error) });
    }
  }

  async #showNew(list: HTMLElement): Promise<void> {
    const place = this.#place();
    try {
      const first = await joinNew(list, place);
      if (first === undefined) return await this.#sort('newest');
      takeTo(first);
      tell(this.#element, 'loaded', { article: place.article });
    } catch (error) {
      this.#unread(codeOf(error));
    }
  }

  #taken(own: Own, { isNew, isWriting }: HowTaken): void {
    const place = this.#place();
    keepOwn(place, own);
    const list = this.#list();
    if (list && isNew && own.status === 'published') recount(list, place, countOf(list) + 1);
    if (list && own.article === place.article) {
      const shown = showOwn(list, place, own);
      if (!isWriting) shown.focus();
    }
    tell(this.#element, 'submitted', { id: own.id, status: own.status });
  }

  #unread(code: string): void {
    const { words } = this.#place();
    tell(this.#element, 'error', { sentence: words.unread, code });
    if (sayUnread(this.#element, words, code, () => void this.refresh())) this.#addForm();
  }
}
