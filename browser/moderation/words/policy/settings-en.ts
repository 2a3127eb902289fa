import type { AdjustableCheck } from '../../../../src/comment/policies/check-modes.ts';
import type { SettingWords } from '../../policy/settings.ts';

const lists = {
  words: 'Words and phrases',
  emails: 'Email addresses',
  domains: 'Domains',
  networks: 'Networks',
};

/** The names of settings, in English. */
export const settings: SettingWords = {
  firstComment: {
    title: 'First comments',
    labels: {
      approvedMin: 'Comments the team published before an author is published at once',
      unseenMax: 'Comments of an author between two looks',
    },
  },
  links: { title: 'Links', labels: { holdFrom: 'Links from which a comment is held' } },
  blocked: { title: 'Lists of spam', labels: lists },
  suspect: { title: 'Lists that make a comment wait', labels: lists },
  abusiveWords: { title: 'Insults', labels: { hold: 'Hold a comment with insults' } },
  learnedFilter: {
    title: 'Learned filter',
    labels: {
      holdPercent: 'Honest comments held by mistake, in %',
      spamPercent: 'Honest comments called spam by mistake, in %',
    },
  },
  flood: {
    title: 'Pace',
    labels: {
      pauseS: 'Seconds between two comments of one person',
      per10Min: 'Of one person in ten minutes, more are held',
      perDay: 'Of one person in a day, more are refused',
      networkHoldPer10Min: 'From one network in ten minutes, more are held',
      networkPer10Min: 'From one network in ten minutes, more are refused',
      siteHoldPer10Min: 'On the whole site in ten minutes, more are held',
      sitePer10Min: 'On the whole site in ten minutes, more are refused',
    },
  },
  surge: {
    title: 'Waves of spam',
    labels: {
      sharePercent: 'Share of spam from which newcomers wait, in %',
      comments: 'Comments received, at least',
      windowMin: 'Minutes over which they are counted',
      relaxMin: 'Minutes without spam until it is over',
    },
  },
  proof: {
    title: 'Device verification',
    labels: {
      when: 'Ask the writer’s device for a calculation; without it the comment waits',
      difficulty: 'Calculations, at most (50,000: one to a few seconds)',
      liftsSurge: 'Publish new people during a surge too, if the calculation is right',
    },
    choices: { never: 'never', surge: 'during a surge of spam', always: 'always' },
  },
  reports: {
    title: 'Reports',
    labels: {
      threshold: 'Weight from which the team sees a reported comment (one of an offence: at once)',
      strict: 'Take it off the page as well, until somebody has looked',
    },
  },
  author: { title: 'Reserved names', labels: { reservedNames: 'Names that only the newsroom signs with' } },
  authorPages: {
    title: 'The author’s page',
    labels: {
      shownAfter: 'Published comments before it is shown',
      holdFrom: 'Different names for one page, from which they are held',
    },
  },
  text: {
    title: 'Text',
    labels: {
      charactersMin: 'Characters, at least',
      charactersMax: 'Characters, at most',
      wordMax: 'Length of a word, at most',
      capitalsMax: 'Share of capitals, from 0.1 to 1',
    },
  },
  formToken: {
    title: 'Form',
    labels: { minS: 'Seconds to write, at least', maxH: 'Hours for which a form is good' },
  },
  nearDuplicate: {
    title: 'Nearly the same texts',
    labels: {
      withinH: 'Hours that are compared',
      bitsMax: 'How far two texts may differ (0: not at all, 64: entirely)',
    },
  },
  bans: { title: 'Bans', labels: { listed: 'Show what they stop among spam' } },
  display: {
    title: 'Display',
    labels: {
      depthMax: 'Levels of replies, at most',
      identicons: 'A drawing beside each name, always the same for the same person',
      markdown: 'A little Markdown: *emphasis*, **bold**, `code`, [links](…), > quotations, - lists',
    },
  },
  retention: {
    title: 'Kept for, in days',
    labels: {
      spamDays: 'Spam',
      rejectedDays: 'Rejected',
      pendingDays: 'Waiting',
      networkDays: 'The network of a comment',
    },
  },
};

/** The names of checks, in English. */
export const checks: Readonly<Record<AdjustableCheck, string>> = {
  flood: 'Pace',
  surge: 'Waves of spam',
  invisible: 'Invisible characters',
  'text-length': 'Length of the text',
  'bidi-controls': 'Reversed writing',
  shouting: 'Capitals',
  'endless-word': 'Endless word',
  links: 'Links',
  'learned-filter': 'Learned filter',
  'abusive-words': 'Insults',
  honeypot: 'Trap field',
  'form-token': 'Form',
  proof: 'Device verification',
  duplicate: 'Duplicate',
  'near-duplicate': 'Near duplicate',
  'blocked-words': 'Words of the lists',
  'blocked-emails': 'Email addresses of the lists',
  'blocked-domains': 'Domains of the lists',
  'blocked-networks': 'Networks of the lists',
  staff: 'Reserved names',
  'author-page': 'The author’s page',
  'first-comment': 'First comments',
};
