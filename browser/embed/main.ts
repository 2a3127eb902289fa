import { commentsElement } from './comments-element.ts';
import { fillCounts } from './counts.ts';
import { keptHere } from './kept/storage.ts';

const start = (script: string): void => {
  // The script stands at the root, or by the name of its content among the assets.
  const base = new URL('.', script).href.replace(/\/(?:assets\/)?$/, '');
  const whenParsed = () => {
    if (customElements.get('palabre-comments')) return;
    customElements.define('palabre-comments', commentsElement(base, keptHere()));
    void fillCounts(base);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
};

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) start(currentScript.src);
