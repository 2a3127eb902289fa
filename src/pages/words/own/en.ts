import type { OwnWords } from './own-table.ts';

/** What authors may do with their comments, in English. */
export const en: OwnWords = {
  timeLeft: (duration, until, isEditable) =>
    `You can ${isEditable ? 'change or ' : ''}withdraw it for another ${duration} (until ${until}), as long as nobody has answered it.`,
  edit: 'Change the text',
  editText: 'Your comment',
  editHint: 'The new text is checked like the first. It may have to wait until a person has read it.',
  save: 'Save the text',
  saved: 'Your new text is saved.',
  keptText: 'Your text, to copy',
  address: 'Copy this address to come back to this page',
  withdraw: 'Withdraw the comment',
  withdrawHint: 'No reader will see it any more, and it cannot come back.',
  doWithdraw: 'Withdraw for good',
  appeal: 'Ask for a second look',
  mayAppeal: 'You can ask for a second look.',
  stillWaiting: 'Still waiting? Ask for a look at it',
  appealText: 'Why should it be looked at again?',
  appealHint: 'Once only. The answer will appear on this page.',
  doAppeal: 'Send the request',
  appealed: 'You asked for a second look on',
  appealWaits: 'Somebody in the newsroom will read your comment again.',
  answers: {
    granted: 'The newsroom has changed its decision.',
    upheld: 'The newsroom has read the comment again and stands by its decision.',
  },
  refused: {
    edit: 'Your text was not saved.',
    appeal: 'Your request was not sent.',
    withdrawn: { happened: 'You have withdrawn this comment.', advice: 'It can no longer be changed.' },
    tooLarge: 'Shorten your text, then send it again from this page.',
    again: 'Send your text again from this page.',
    wait: (duration) => `Wait ${duration} more, then try again from this page.`,
  },
  data: 'Your data',
  exportOne: 'Download this comment (JSON)',
  exportAll: 'Download all my comments (JSON)',
  eraseOne: 'Erase this comment…',
  eraseAll: 'Erase all my comments…',
  eraseTitle: 'Erase this comment?',
  eraseAllTitle: 'Erase all your comments?',
  eraseWhat:
    'Its text, what readers wrote when they reported it, the name, the website, and the digests of the email address and the network are deleted, at the latest within moments.',
  eraseAllWhat:
    'The texts, names and websites of all your comments on this site, what readers wrote when they reported them, your reports of others’ comments, and the digests of email addresses and networks, are deleted, at the latest within moments.',
  eraseStays:
    'Published answers stay; where there are any, the page says in place of the comment that its author withdrew it. How many comments of yours were approved or refused is kept for 400 days, without a name or a word, and a website that moderators filed as advertising for 90 days.',
  eraseFinal: 'Nothing can be brought back.',
  doErase: 'Erase for good',
  doEraseAll: 'Erase everything for good',
  keepIt: 'Erase nothing',
  erased: 'Erased',
  erasedMany: (count) => (count === 1 ? 'The comment was erased.' : `${count} comments were erased.`),
  eraseMore: 'There are more: they are erased a hundred at a time.',
  goOn: 'Erase the next ones',
  editedBy: { newsroom: 'Edited by the newsroom.', author: 'You edited it.' },
};
