import { makeForm } from './form.ts';
import { learnFates } from './kept/fates.ts';
import { keepOwn, type Own } from './kept/own.ts';
import { showAllOwn, showTaken } from './kept/own-card.ts';
import { articleIn } from './list.ts';
import { tell } from './nodes.ts';
import { codeOf, type Order, type Place, placeOf } from './place.ts';
import { drawPage, type Which } from './reading/draw-page.ts';
import { followPage } from './reading/follow-page.ts';
import { addSort, addWrite, saySorted } from './reading/head.ts';
import { keepPlace, seenIn } from './reading/keep-place.ts';
import { joinNew, lookForNew } from './reading/live.ts';
import { whenNear } from './reading/near.ts';
import { turnTold } from './reading/paging.ts';
import { leadHere, leadingToLinked, linkedComment, takeTo } from './reading/permalink.ts';
import { showDraft, unlessClosed } from './reading/unless-closed.ts';
import { endUnread, sayGone, sayUnread } from './reading/unread.ts';
import { type HowTaken, upgradeForm } from './writing.ts';

/** What goes when an element begins anew; a link leads to the comments where the script does not run. */
const MADE = 'section.comments, form, :scope > .unread, :scope > a';

/** The comments and the form of one `<palabre-comments>`. */
export class Conversation {
  readonly #element: HTMLElement;
  readonly #api: Pick<Place, 'base' | 'kept'>;
  #reply: ReturnType<typeof upgradeForm> | undefined;
  #order: Order | undefined;
  /** Counts loads, so that the last one asked for is the one shown. */
  #loads = 0;
  readonly #leadToLinked = leadingToLinked();
  #hasAskedFates = false;
  #following: AbortController | undefined;

  constructor(element: HTMLElement, api: Pick<Place, 'base' | 'kept'>) {
    this.#element = element;
    this.#api = api;
  }

  /** Takes over the form and the comments that the page brought, or makes what is missing. */
  start(): void {
    const form = this.#element.querySelector('form');
    if (form) this.#upgrade(form);
    this.#withList((list) => this.#adopted(list));
    this.follow();
  }

  /** Acts on what happens on the page, until it rests. */
  follow(): void {
    if (this.#following) return;
    this.#following = new AbortController();
    const { signal } = this.#following;
    followPage(this.#element, signal, {
      ways: () => ({
        turn: (link) => this.#withList((list, place) => turnTold(this.#element, { list, place, link })),
        toStart: () => void this.#load(),
        write: this.#reply?.write,
        answer: this.#reply?.to,
      }),
      linked: () => void this.#toLinked(),
      returned: () => this.#withList(learnFates),
      minute: () => this.#withList((list, place) => lookForNew(list, place, () => void this.#showNew(list))),
    });
    if (this.#list() && !this.#reply) void unlessClosed(this.#place(), this.#addForm, signal);
    if (!this.#list()) whenNear(this.#element, () => void (this.#loads || this.#load()), signal);
    void this.#toLinked();
  }

  /** An element off the page is left alone; comments and draft stay. */
  rest(): void {
    this.#following?.abort();
    this.#following = undefined;
  }

  /** Leaves the element as it would be without comments and form. */
  end(): void {
    this.rest();
    this.#loads += 1;
    for (const made of this.#element.querySelectorAll(MADE)) made.remove();
  }

  /** Loads the comments anew, those around the one that its reader has come to. */
  async refresh(): Promise<void> {
    this.#hasAskedFates = false;
    const list = this.#list();
    const seen = seenIn(list);
    const around = list ? seen?.id : linkedComment();
    await this.#load(around ? { around, limit: '100' } : {});
    keepPlace(this.#list(), seen);
  }

  #place(): Place {
    return placeOf(this.#element, { ...this.#api, order: this.#order, list: this.#list() });
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

  readonly #addForm = (isClosed: boolean): void => {
    if (this.#reply) return;
    if (isClosed) this.#withList(showDraft);
    else this.#upgrade(this.#element.appendChild(makeForm(this.#place())));
  };

  async #load(which: Which = {}): Promise<void> {
    const load = ++this.#loads;
    const place = this.#place();
    try {
      const [shown, isClosed] = await drawPage(place, this.#list(), which);
      if (load === this.#loads) this.#show(shown, isClosed);
    } catch (error) {
      if (load !== this.#loads) return;
      const code = codeOf(error);
      if (which.around && code === 'comment-not-found') await this.#gone(which.around);
      else this.#unread(code);
    }
  }

  #show(shown: HTMLElement, isClosed: boolean): void {
    const old = this.#list();
    if (old) old.replaceWith(shown);
    else this.#element.prepend(shown);
    if (endUnread(this.#element)) takeTo(shown.querySelector('h2'));
    this.#addForm(isClosed);
    if (!isClosed) addWrite(shown, this.#place());
    this.#adopted(shown);
  }

  #adopted(list: HTMLElement): void {
    const place = this.#place();
    this.#element.querySelector(':scope > a')?.remove();
    leadHere(list);
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
    this.#withList(saySorted);
  }

  /** Shows the comment that the page's address names, and loads its page once if it is on another. */
  async #toLinked(): Promise<void> {
    const around = this.#element.isConnected && this.#leadToLinked(this.#list());
    if (around) await this.#load({ around });
  }

  /** Shows the first page where nothing or the gone comment is shown. */
  async #gone(id: string): Promise<void> {
    const list = this.#list();
    if (!list || articleIn(list, id)) await this.#load();
    if (id === linkedComment()) sayGone(this.#list(), this.#place().words);
  }

  #withList(act: (list: HTMLElement, place: Place) => unknown): void {
    const list = this.#list();
    if (list) act(list, this.#place());
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
    const shown = list && own.article === place.article && showTaken(list, place, { own, isNew });
    if (shown && !isWriting) shown.focus();
    tell(this.#element, 'submitted', { id: own.id, status: own.status });
  }

  #unread(code: string): void {
    const { words } = this.#place();
    tell(this.#element, 'error', { sentence: words.unread, code });
    if (sayUnread(this.#element, words, code, () => void this.refresh())) this.#addForm(false);
  }
}
