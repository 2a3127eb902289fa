import { commentsElement } from './comments-element.ts';
import { fillCounts } from './counts.ts';

const start = (script: string): void => {
  const base = new URL('.', script).href.replace(/\/$/, '');
  if (customElements.get('palabre-comments')) return;
  const whenParsed = () => {
    customElements.define('palabre-comments', commentsElement(base));
    void fillCounts(base);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
};

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) start(currentScript.src);
