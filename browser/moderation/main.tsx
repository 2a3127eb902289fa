import { render } from 'preact';
import './style/page.css';

const root = document.getElementById('page');
if (root) render(<p>Hello</p>, root);
