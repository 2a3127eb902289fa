import { Refusal } from '../../comment/refusal.ts';
import { pageHeaders } from '../../pages/layout.ts';
import { confirmErasePage } from '../../pages/receipt/erase-pages.ts';
import { type HttpEvent, page, type Reply, wantsPage } from '../http.ts';

/** What cannot be undone is asked twice of people. @throws {Refusal} `invalid-fields` for a program, which answers no page */
export const confirmErasure = (event: HttpEvent, asked: Parameters<typeof confirmErasePage>[0]): Reply => {
  if (wantsPage(event)) return page(200, confirmErasePage(asked), pageHeaders());
  throw new Refusal('invalid-fields', 'A form erases only what it confirms.', {
    fields: [{ field: 'confirm', detail: 'It must be `yes`.' }],
  });
};
