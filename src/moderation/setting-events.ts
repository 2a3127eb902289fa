import type { Article, ArticleMode } from '../comment/article.ts';
import type { SiteEvent } from './site-event.ts';
import type { Acting } from './team-event.ts';

type Settings = { readonly mode: ArticleMode; readonly title?: string; readonly link?: string };

/** What was done to an article: the modes, and the names of what else was set, since the trail holds no texts. */
export const articleEvent = (
  { site, id, ...before }: Pick<Article, 'site' | 'id'> & Settings,
  settings: Settings,
  { by, now, event }: Acting,
): SiteEvent => ({
  ...{ id: event, site, at: now, by, action: 'change-article', subject: id },
  before: before.mode,
  after: [settings.mode, ...changedOf(before, settings)].join(', '),
});

const changedOf = (before: Settings, settings: Settings): readonly string[] =>
  (['title', 'link'] as const).filter(
    (name) => settings[name] !== undefined && settings[name] !== before[name],
  );

/** What a site learned is forgotten. */
export const forgottenEvent = (site: string, { by, now, event }: Acting): SiteEvent => ({
  ...{ id: event, site, at: now, by, action: 'reset-learning', subject: 'learned-filter' },
});
