import type { Activity, Difference } from '../../src/policies/library/activities/activity.ts';
import type { Repair } from '../../src/policies/library/activities/activityReasons.ts';
import { reasonsFor } from '../../src/policies/library/activities/reasons/index.ts';
import { activities } from '../../src/policies/library/activities/index.ts';
import { personas } from '../../src/policies/library/personas/index.ts';
import { actionList, code, made, openLink, optionLines, part, plain, reasonLine } from './markdown.ts';

const groups: readonly (readonly [title: string, is: (activity: Activity) => boolean])[] = [
  ['From the AWS guide', (one) => !one.endpoint && (one.status === undefined || one.status === 'retired')],
  ['From SageMaker Role Manager', (one) => !one.endpoint && one.status === 'roleManager'],
  ['More activities', (one) => !one.endpoint && one.status === 'missingInGuide'],
  ['VPC endpoints', (one) => one.endpoint !== undefined],
];

/** Every activity: what it allows, what can be chosen, and how its baselines differ. */
export function activitiesReference(): string {
  const parts = groups.flatMap(([title, is]) => {
    const members = activities.filter(is);
    return [`## ${title} (${members.length})\n`, ...members.map(section)];
  });
  return [
    '# Activities\n',
    `${made}\n`,
    `${activities.length} activities. Each belongs to one or more [personas](personas.md). [How activities work](../personas.md).\n`,
    ...parts,
  ].join('\n');
}

function section(activity: Activity): string {
  const { id, title, summary, options, hardened, published } = activity;
  const { repairs, differences, notes } = reasonsFor(activity);
  return [
    `### ${title}\n`,
    `${plain(summary)}\n`,
    `${openLink('activity', id)}\n`,
    `- Personas: ${personasOf(id)}`,
    ...(hardened
      ? [`- Actions, least privilege: ${actionList(hardened.flatMap(({ Action }) => Action))}`]
      : []),
    ...(published ? [`- Actions, AWS guide: ${actionList(published.flatMap(({ Action }) => Action))}`] : []),
    '',
    ...part('Options', options.map(optionLines)),
    ...part('How least privilege differs from the AWS guide', differences.map(differenceLine)),
    ...part('Corrections to the AWS guide', repairs.map(repairLine)),
    ...part('Notes', notes.map(reasonLine)),
  ].join('\n');
}

const personasOf = (id: string): string =>
  personas
    .filter(({ activities: offered }) => offered.some(({ activity }) => activity === id))
    .map(({ title, activities: offered }) =>
      offered.some(({ activity, selected }) => activity === id && selected)
        ? `${title} (selected by default)`
        : title,
    )
    .join(', ');

const differenceLine = (difference: Difference): string =>
  `${reasonLine(difference)}${difference.statements.length > 0 ? `: ${difference.statements.map(code).join(', ')}` : ''}`;

const repairLine = (repair: Repair): string =>
  `${reasonLine(repair)}: policy ${repair.guide.policy}, statement ${repair.guide.statement}`;
