import { makeForm } from './form.ts';
import { learnFates } from './kept/fates.ts';
import { keepOwn, type Own } from './kept/own.ts';
import { showAllOwn, showTaken } from './kept/own-card.ts';
import { articleIn } from './list.ts';
import { clear, tell } from './nodes.ts';
import { codeOf, isSame, type Order, type Place, placeOf } from './place.ts';
import { drawPage, type Which } from './reading/draw-page.ts';
import { followPage } from './reading/follow-page.ts';
import { addSort, addWrite, saySorted } from './reading/head.ts';
import { keepPlace, type Seen, seenIn, seenSince } from './reading/keep-place.ts';
import { joinTold, lookForNew } from './reading/live.ts';
import { whenNear } from './reading/near.ts';
import { turnTold } from './reading/paging.ts';
import { isInField, leadHere, leadingToLinked, linkedComment, takeTo } from './reading/permalink.ts';
import { showDraft, unlessClosed } from './reading/unless-closed.ts';
import { endUnread, sayGone, sayUnread } from './reading/unread.ts';
import { type HowTaken, upgradeForm } from './writing.ts';

/** The comments and the form of one `<palabre-comments>`. */
export class Conversation {
  readonly #element: HTMLElement;
  readonly #api: Pick<Place, 'base' | 'kept'>;
  #reply: ReturnType<typeof upgradeForm> | undefined;
  /** The order that a reader chose, and that of the list that is shown. */
  #order: Order | undefined;
  #shownOrder: Order | undefined;
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
      returned: () => this.#withList(this.#learnFates),
      minute: () =>
        this.#withList((list, place) => lookForNew(list, place, () => void this.#showNew(list, place))),
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

  end(): void {
    this.rest();
    this.#loads += 1;
    clear(this.#element);
  }

  /** Loads the comments anew, those around the one that its reader has come to. */
  async refresh(): Promise<void> {
    this.#hasAskedFates = false;
    const seen = seenIn(this.#list());
    const around = this.#list() ? seen?.id : linkedComment();
    await this.#load(around ? { around, limit: '100' } : {}, seen);
  }

  #place(order = this.#shownOrder): Place {
    return placeOf(this.#element, { ...this.#api, order, list: this.#list() });
  }

  #list(): HTMLElement | null {
    return this.#element.querySelector<HTMLElement>('section.comments');
  }

  /** The list of a site's article, unless the element turned to another. */
  #listOf(place: Place): HTMLElement | null {
    return isSame(place, this.#place()) ? this.#list() : null;
  }

  #upgrade(form: HTMLFormElement): void {
    const place = this.#place();
    this.#reply = upgradeForm(form, place, {
      onTaken: (own, how) => this.#taken(place, own, how),
      onError: (sentence, code) => tell(this.#element, 'error', { sentence, code }),
    });
  }

  readonly #addForm = (isClosed: boolean): void => {
    if (this.#reply) return;
    if (isClosed) this.#withList(showDraft);
    else this.#upgrade(this.#element.appendChild(makeForm(this.#place())));
  };

  async #load(which: Which = {}, before?: Seen): Promise<void> {
    const load = ++this.#loads;
    const place = this.#place(this.#order);
    try {
      const [shown, isClosed] = await drawPage(place, this.#list(), which);
      if (load !== this.#loads) return;
      const seen = before && seenSince(this.#list(), before);
      this.#shownOrder = place.order;
      this.#show(shown, isClosed);
      keepPlace(shown, seen);
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
    if (!this.#hasAskedFates) void this.#learnFates(list, place);
    this.#hasAskedFates = true;
    void this.#toLinked();
  }

  async #sort(order: Order): Promise<void> {
    this.#order = order;
    await this.#load();
    if (this.#shownOrder === order) this.#withList(saySorted);
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

  readonly #learnFates = (_: HTMLElement, place: Place) => learnFates(place, () => this.#listOf(place));

  #withList(act: (list: HTMLElement, place: Place) => unknown): void {
    const list = this.#list();
    if (list) act(list, this.#place());
  }

  async #showNew(list: HTMLElement, place: Place): Promise<void> {
    const isJoined = await joinTold(this.#element, { list, place }, this.#unread);
    if (!isJoined && this.#listOf(place)) await this.#sort('newest');
  }

  #taken(sent: Place, own: Own, { isNew, isWriting }: HowTaken): void {
    keepOwn(sent, own);
    const list = this.#listOf(sent);
    const shown = list && showTaken(list, this.#place(), { own, isNew });
    if (!isWriting && !isInField(this.#element)) shown?.focus();
    tell(this.#element, 'submitted', { id: own.id, status: own.status });
  }

  readonly #unread = (code: string): void => {
    const { words } = this.#place();
    tell(this.#element, 'error', { sentence: words.unread, code });
    if (sayUnread(this.#element, words, code, () => void this.refresh())) this.#addForm(false);
  };
}
