import type { Contract } from './contract.ts';
import * as addBan from './moderators/bans/add-ban.ts';
import * as liftBan from './moderators/bans/lift-ban.ts';
import * as listBans from './moderators/bans/list-bans.ts';
import * as changeArticle from './moderators/change-article.ts';
import * as changePolicy from './moderators/change-policy.ts';
import * as decideComments from './moderators/decide-comments.ts';
import * as editComment from './moderators/edit-comment.ts';
import * as dropFeed from './moderators/feed/drop-feed.ts';
import * as makeFeed from './moderators/feed/make-feed.ts';
import * as readFeed from './moderators/feed/read-feed.ts';
import * as showFeed from './moderators/feed/show-feed.ts';
import * as listArticleComments from './moderators/list-article-comments.ts';
import * as listQueue from './moderators/list-queue.ts';
import * as listQueues from './moderators/list-queues.ts';
import * as backtestPolicy from './moderators/policy/backtest-policy.ts';
import * as listPolicyVersions from './moderators/policy/list-policy-versions.ts';
import * as rollBackPolicy from './moderators/policy/roll-back-policy.ts';
import * as previewEntry from './moderators/preview-entry.ts';
import * as readArticle from './moderators/read-article.ts';
import * as readLearning from './moderators/read-learning.ts';
import * as readPolicy from './moderators/read-policy.ts';
import * as listAudit from './moderators/records/list-audit.ts';
import * as readStats from './moderators/records/read-stats.ts';
import * as relaxSurges from './moderators/relax-surges.ts';
import * as replyToComment from './moderators/reply-to-comment.ts';
import * as listReports from './moderators/reports/list-reports.ts';
import * as muteReporter from './moderators/reports/mute-reporter.ts';
import * as resetLearning from './moderators/reset-learning.ts';
import * as addMember from './moderators/team/add-member.ts';
import * as changeMember from './moderators/team/change-member.ts';
import * as joinTeam from './moderators/team/join-team.ts';
import * as listMembers from './moderators/team/list-members.ts';
import * as readMembership from './moderators/team/read-membership.ts';
import * as removeMember from './moderators/team/remove-member.ts';
import * as undoDecisions from './moderators/undo-decisions.ts';
import * as countComments from './readers/count-comments.ts';
import * as listComments from './readers/list-comments.ts';
import * as openForm from './readers/open-form.ts';
import * as openReport from './readers/open-report.ts';
import * as appealDecision from './readers/receipt/appeal-decision.ts';
import * as eraseComments from './readers/receipt/erase-comments.ts';
import * as exportComments from './readers/receipt/export-comments.ts';
import * as reviseComment from './readers/receipt/revise-comment.ts';
import * as withdrawComment from './readers/receipt/withdraw-comment.ts';
import * as renderAtom from './readers/render-atom.ts';
import * as renderComments from './readers/render-comments.ts';
import * as renderJsonFeed from './readers/render-json-feed.ts';
import * as renderJsonLd from './readers/render-json-ld.ts';
import * as reportComment from './readers/report-comment.ts';
import * as showReceipt from './readers/show-receipt.ts';
import * as submitComment from './readers/submit-comment.ts';
import * as checkHealth from './service/check-health.ts';
import * as describeApi from './service/describe-api.ts';
import * as describeEmbed from './service/describe-embed.ts';
import * as serveAsset from './service/serve-asset.ts';
import * as serveEmbed from './service/serve-embed.ts';
import * as serveModeration from './service/serve-moderation.ts';
import * as serveSettings from './service/serve-settings.ts';
import * as serveStyle from './service/serve-style.ts';

/** Every contract, by the name of its function. Tests compare the list with the files beside it and with `serverless.yml`. */
export const contracts = {
  'submit-comment': submitComment,
  'list-comments': listComments,
  'render-comments': renderComments,
  'render-atom': renderAtom,
  'render-json-feed': renderJsonFeed,
  'render-json-ld': renderJsonLd,
  'open-form': openForm,
  'count-comments': countComments,
  'report-comment': reportComment,
  'open-report': openReport,
  'show-receipt': showReceipt,
  'revise-comment': reviseComment,
  'withdraw-comment': withdrawComment,
  'appeal-decision': appealDecision,
  'export-comments': exportComments,
  'erase-comments': eraseComments,
  'check-health': checkHealth,
  'describe-api': describeApi,
  'serve-style': serveStyle,
  'serve-embed': serveEmbed,
  'describe-embed': describeEmbed,
  'serve-moderation': serveModeration,
  'serve-asset': serveAsset,
  'list-queues': listQueues,
  'list-queue': listQueue,
  'decide-comments': decideComments,
  'undo-decisions': undoDecisions,
  'list-article-comments': listArticleComments,
  'edit-comment': editComment,
  'reply-to-comment': replyToComment,
  'read-article': readArticle,
  'change-article': changeArticle,
  'read-policy': readPolicy,
  'preview-entry': previewEntry,
  'change-policy': changePolicy,
  'list-policy-versions': listPolicyVersions,
  'roll-back-policy': rollBackPolicy,
  'backtest-policy': backtestPolicy,
  'read-learning': readLearning,
  'reset-learning': resetLearning,
  'relax-surges': relaxSurges,
  'list-audit': listAudit,
  'read-stats': readStats,
  'read-membership': readMembership,
  'list-members': listMembers,
  'add-member': addMember,
  'change-member': changeMember,
  'remove-member': removeMember,
  'join-team': joinTeam,
  'serve-settings': serveSettings,
  'list-bans': listBans,
  'add-ban': addBan,
  'lift-ban': liftBan,
  'list-reports': listReports,
  'mute-reporter': muteReporter,
  'read-feed': readFeed,
  'make-feed': makeFeed,
  'drop-feed': dropFeed,
  'show-feed': showFeed,
} satisfies Readonly<Record<string, Contract>>;
export type ContractName = keyof typeof contracts;

/** Their routes alone, for a bundle without schemas. */
export const routes = {
  'submit-comment': submitComment.route,
  'list-comments': listComments.route,
  'render-comments': renderComments.route,
  'render-atom': renderAtom.route,
  'render-json-feed': renderJsonFeed.route,
  'render-json-ld': renderJsonLd.route,
  'open-form': openForm.route,
  'count-comments': countComments.route,
  'report-comment': reportComment.route,
  'open-report': openReport.route,
  'show-receipt': showReceipt.route,
  'revise-comment': reviseComment.route,
  'withdraw-comment': withdrawComment.route,
  'appeal-decision': appealDecision.route,
  'export-comments': exportComments.route,
  'erase-comments': eraseComments.route,
  'check-health': checkHealth.route,
  'describe-api': describeApi.route,
  'serve-style': serveStyle.route,
  'serve-embed': serveEmbed.route,
  'describe-embed': describeEmbed.route,
  'serve-moderation': serveModeration.route,
  'serve-asset': serveAsset.route,
  'list-queues': listQueues.route,
  'list-queue': listQueue.route,
  'decide-comments': decideComments.route,
  'undo-decisions': undoDecisions.route,
  'list-article-comments': listArticleComments.route,
  'edit-comment': editComment.route,
  'reply-to-comment': replyToComment.route,
  'read-article': readArticle.route,
  'change-article': changeArticle.route,
  'read-policy': readPolicy.route,
  'preview-entry': previewEntry.route,
  'change-policy': changePolicy.route,
  'list-policy-versions': listPolicyVersions.route,
  'roll-back-policy': rollBackPolicy.route,
  'backtest-policy': backtestPolicy.route,
  'read-learning': readLearning.route,
  'reset-learning': resetLearning.route,
  'relax-surges': relaxSurges.route,
  'list-audit': listAudit.route,
  'read-stats': readStats.route,
  'read-membership': readMembership.route,
  'list-members': listMembers.route,
  'add-member': addMember.route,
  'change-member': changeMember.route,
  'remove-member': removeMember.route,
  'join-team': joinTeam.route,
  'serve-settings': serveSettings.route,
  'list-bans': listBans.route,
  'add-ban': addBan.route,
  'lift-ban': liftBan.route,
  'list-reports': listReports.route,
  'mute-reporter': muteReporter.route,
  'read-feed': readFeed.route,
  'make-feed': makeFeed.route,
  'drop-feed': dropFeed.route,
  'show-feed': showFeed.route,
} as const satisfies { readonly [N in ContractName]: (typeof contracts)[N]['route'] };

/** Where browsers' forms are posted in the place of another method. */
export const formRoutes: readonly string[] = [reviseComment.byForm, withdrawComment.byForm];
