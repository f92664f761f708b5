import { ChoiceGroup } from '../common/ChoiceGroup.tsx';

export type ExportPartId = 'all' | 'organization';

interface ExportScopeProps {
  readonly selected: ExportPartId;
  choose(part: ExportPartId): void;
}

const parts: readonly { readonly id: ExportPartId; readonly title: string; readonly help: string }[] = [
  { id: 'all', title: 'Everything', help: 'All policies and roles of this set.' },
  {
    id: 'organization',
    title: 'Only the organization’s part',
    help: 'Service and resource control policies and the permissions boundary, for the administrators of the organization.',
  },
];

/** Whether all is exported, or what is handed to those who administer the organization. */
export const ExportScope = (scope: ExportScopeProps) => (
  <ChoiceGroup legend="Policies" options={parts} {...scope} />
);
