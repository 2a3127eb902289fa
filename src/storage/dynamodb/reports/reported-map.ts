import type { ReportReason } from '../../../comment/abuse/report-reason.ts';
import type { ReportTally } from '../../../moderation/report.ts';

/** The name, in the map of what a queue adds, under which an entry of `reported` tells of its reports. */
export const REPORTS = 'reports';

/** `2.5;spam=2;other=1`: their weight, and how many gave which reason. */
export const writeReports = ({ weight, reasons }: Pick<ReportTally, 'weight' | 'reasons'>): string =>
  [String(Number(weight.toFixed(2))), ...Object.entries(reasons).map((pair) => pair.join('='))].join(';');

export const readReports = (text: string): Pick<ReportTally, 'weight' | 'reasons'> => {
  const [weight = '0', ...counts] = text.split(';');
  const reasons = counts.map((pair) => pair.split('=')).map(([reason, count]) => [reason, Number(count)]);
  return {
    weight: Number(weight),
    reasons: Object.fromEntries(reasons) as Partial<Record<ReportReason, number>>,
  };
};
