import type { Reason, StatementTemplate } from '../activities/activity.ts';
import type { TrustForm } from './trust.ts';

interface ServiceOfForm extends Pick<TrustForm, 'id' | 'title' | 'summary'> {
  readonly principals: readonly string[];
  readonly sid: string;
  /** What it may do; assume the role unless said. */
  readonly actions?: readonly string[];
  /** The resources that it acts for, where that is known. */
  readonly source?: string;
  /** The keys of tags that it may give the session; without any, it can only by `actions`. */
  readonly tags?: readonly string[];
  /** Whether AWS documents that it sends aws:SourceAccount. */
  readonly documented: boolean;
  readonly notes: readonly Reason[];
}

/** A service that assumes a role for resources of its account. */
export function serviceForm(of: ServiceOfForm): TrustForm {
  const { id, title, summary, source, documented, notes } = of;
  const keys = source === undefined ? 'aws:SourceAccount' : 'aws:SourceAccount and aws:SourceArn';
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
      ...statementsOf(of, '', undefined).map((statement) => ({
        ...statement,
        when: { confusedDeputy: 'off' },
      })),
      ...statementsOf(of, 'ForAccount', {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ...(source === undefined ? {} : { ArnLike: { 'aws:SourceArn': [source] } }),
      }).map((statement) => ({ ...statement, when: { confusedDeputy: 'on' } })),
    ],
    notes,
  };
}

function statementsOf(
  { principals, actions = ['sts:AssumeRole'], sid, tags }: ServiceOfForm,
  end: string,
  limits: StatementTemplate['Condition'],
): readonly StatementTemplate[] {
  const statement = { Effect: 'Allow', Principal: { Service: principals } } as const;
  const limited = limits === undefined ? {} : { Condition: limits };
  const assuming = { ...statement, Action: actions, Sid: `${sid}${end}`, ...limited };
  if (tags === undefined) return [assuming];
  return [
    assuming,
    {
      ...statement,
      Action: ['sts:TagSession'],
      Sid: `${sid}Tags${end}`,
      Condition: {
        ...limits,
        'ForAllValues:StringLike': { 'aws:TagKeys': tags },
        Null: { 'aws:TagKeys': ['false'] },
      },
    },
  ];
}
