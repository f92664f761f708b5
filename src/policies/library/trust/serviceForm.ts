import type { Reason } from '../activities/activity.ts';
import type { TrustForm } from './trust.ts';

interface ServiceOfForm extends Pick<TrustForm, 'id' | 'title' | 'summary'> {
  readonly principals: readonly string[];
  readonly sid: string;
  /** What it may do; assume the role unless said. */
  readonly actions?: readonly string[];
  /** The resources that it acts for, where that can be told. */
  readonly source?: string;
  /** Whether AWS documents that it sends aws:SourceAccount. */
  readonly documented: boolean;
  readonly notes: readonly Reason[];
}

/** A service that assumes a role for resources of its account. */
export function serviceForm(of: ServiceOfForm): TrustForm {
  const { id, title, summary, principals, actions = ['sts:AssumeRole'], sid, source, documented, notes } = of;
  const keys = source === undefined ? 'aws:SourceAccount' : 'aws:SourceAccount and aws:SourceArn';
  const statement = {
    Effect: 'Allow',
    Principal: { Service: principals },
    Action: actions,
  } as const;
  return {
    id,
    title,
    summary,
    options: [
      {
        id: 'confusedDeputy',
        label: 'Restrict to this account',
        help: 'Prevents the service from using the role on behalf of another account (the confused deputy problem).',
        choices: [
          { value: 'off', label: 'No', help: 'Exposes the role to the confused deputy problem.' },
          {
            value: 'on',
            label: 'Yes',
            help: documented
              ? `Adds ${keys}.`
              : `Adds ${keys}. AWS doesn’t document that the service sends ${source === undefined ? 'it' : 'them'}. Test the role first.`,
          },
        ],
        default: documented ? 'on' : 'off',
      },
    ],
    statements: [
      { ...statement, Sid: sid, when: { confusedDeputy: 'off' } },
      {
        ...statement,
        Sid: `${sid}ForAccount`,
        Condition: {
          StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
          ...(source === undefined ? {} : { ArnLike: { 'aws:SourceArn': [source] } }),
        },
        when: { confusedDeputy: 'on' },
      },
    ],
    notes,
  };
}
