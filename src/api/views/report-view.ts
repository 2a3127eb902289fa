import type { Accuracy, Report } from '../../moderation/report.ts';
import type { Reply } from '../moderators/reports/list-reports.ts';
import { timestamp } from '../reader-views.ts';

/** A report as moderators see it. */
export const reportView = (
  report: Report & Accuracy & { readonly isAnswered: boolean },
): Reply['reports'][number] => {
  const { reporter, reason, note, at, weight, isAnswered, agreed, refused, isMuted } = report;
  return {
    ...{ reporter, reason, weight, agreed, refused },
    ...{ answered: isAnswered, muted: isMuted },
    note: note ?? null,
    at: timestamp(at),
  };
};
