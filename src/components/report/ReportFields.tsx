import type { About } from '../../policies/report/input.ts';
import { type SectionId, sectionIds } from '../../policies/report/report.ts';
import { reportParts } from '../../policies/report/sections/index.ts';
import { Choice } from '../common/Choice.tsx';
import type { ReportForm } from './useReport.ts';
import { Note } from '../common/Note.tsx';
import { Input, TextArea } from '../common/Input.tsx';
import { Field, FieldGroup } from '../common/Field.tsx';

/** More than a ticket takes in such a field. */
const MAX_LENGTH = { requester: 200, ticket: 200, remark: 4000 } as const;

const fields = [
  ['requester', 'Requested by'],
  ['ticket', 'Ticket'],
] as const satisfies readonly (readonly [keyof About, string])[];

interface ReportFieldsProps {
  readonly form: ReportForm;
  onChange(form: ReportForm): void;
}

/** What the draft does not know: who asks, for which ticket, and what the report includes. */
export function ReportFields({ form, onChange }: ReportFieldsProps) {
  const tell = (part: Partial<About>) => onChange({ ...form, about: { ...form.about, ...part } });
  return (
    <>
      {fields.map(([field, label]) => (
        <Field key={field} label={label}>
          {(control) => (
            <Input
              {...control}
              wide
              value={form.about[field]}
              maxLength={MAX_LENGTH[field]}
              autoComplete="off"
              onChange={(event) => tell({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field label="Notes">
        {(control) => (
          <TextArea
            {...control}
            tall={72}
            value={form.about.remark}
            maxLength={MAX_LENGTH.remark}
            onChange={(event) => tell({ remark: event.target.value })}
          />
        )}
      </Field>
      <Note mb={2}>Used only in the report. Not saved.</Note>
      <Sections form={form} onChange={onChange} />
    </>
  );
}

function Sections({ form, onChange }: ReportFieldsProps) {
  const toggle = (section: SectionId) => {
    const others = form.sections.filter((other) => other !== section);
    onChange({ ...form, sections: others.length < form.sections.length ? others : [...others, section] });
  };
  return (
    <FieldGroup legend="Sections" mt={2}>
      {reportParts.map(({ id: section, title }) => (
        <Choice
          key={section}
          type="checkbox"
          checked={form.sections.includes(section)}
          onChange={() => toggle(section)}
          title={title}
        />
      ))}
      {form.sections.length < sectionIds.length && <Note mb={2}>The report lists omitted sections.</Note>}
    </FieldGroup>
  );
}
