import { Conversation } from './conversation.ts';
import type { Kept } from './kept/storage.ts';

/** The class of `<palabre-comments site article lang theme order live>`. @param base the API's own address */
export const commentsElement = (base: string, kept: Kept) =>
  class extends HTMLElement {
    #conversation: Conversation | undefined;

    connectedCallback(): void {
      const theme = this.getAttribute('theme');
      if (theme === 'light' || theme === 'dark') this.style.colorScheme = theme;
      if (this.#conversation) return;
      this.#conversation = new Conversation(this, base, kept);
      this.#conversation.start();
    }

    /** Loads the comments anew. */
    async refresh(): Promise<void> {
      await this.#conversation?.refresh();
    }
  };
