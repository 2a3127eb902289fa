import { Conversation } from './conversation.ts';
import type { Kept } from './kept/storage.ts';

/** The class of `<palabre-comments site article lang theme order live>`. @param base the API's own address */
export const commentsElement = (base: string, kept: Kept) =>
  class extends HTMLElement {
    static observedAttributes = ['site', 'article', 'theme'];
    #conversation: Conversation | undefined;

    connectedCallback(): void {
      if (this.#conversation) this.#conversation.follow();
      else this.#begin();
    }

    /** One that is only moved to another place of the page is back by then. */
    disconnectedCallback(): void {
      queueMicrotask(() => {
        if (!this.isConnected) this.#conversation?.rest();
      });
    }

    /** A page may change its theme, or show another article in the same element. */
    attributeChangedCallback(name: string, before: string | null, value: string | null): void {
      // What draws a page anew may set what is set already.
      if (value === before) return;
      if (name === 'theme') this.style.colorScheme = value === 'light' || value === 'dark' ? value : '';
      else if (this.#conversation) this.#begin();
    }

    /** Loads the comments anew. */
    async refresh(): Promise<void> {
      await this.#conversation?.refresh();
    }

    #begin(): void {
      this.#conversation?.end();
      this.#conversation = this.isConnected ? new Conversation(this, { base, kept }) : undefined;
      this.#conversation?.start();
    }
  };
