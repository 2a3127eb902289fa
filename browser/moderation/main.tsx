import { render } from 'preact';
import { Gate } from './gate/gate.tsx';
import { rememberedLanguage, rememberedSite } from './remembered.ts';
import { openSession } from './session/session.ts';
import './style/page.css';

// Forms ask the API, and leave no page.
addEventListener('submit', (event) => event.preventDefault());

const root = document.getElementById('page');
if (root) {
  root.textContent = '';
  const site = rememberedSite();
  render(<Gate session={openSession()} language={rememberedLanguage()} site={site} />, root);
}
