import type { LibraryOption, StatementTemplate } from '../../library/activities/activity.ts';
import type { Repair } from '../../library/activities/activityReasons.ts';
import { reasonsFor } from '../../library/activities/reasons/index.ts';
import type { Stance } from '../../model/stance.ts';
import { type DocumentKind, listOf, type Statement } from '../../language/policy.ts';
import { guideSamples } from '../../library/guide/guideSamples.ts';
import { findPersona, type Ruleset } from '../../library/ruleset.ts';
import { trustForms } from '../../library/trust/index.ts';
import type { TrustForm } from '../../library/trust/trust.ts';
import { readImport } from '../../import/readImport.ts';

/** Something to choose that makes statements: an activity in one stance, or a trust form. */
export interface TemplateSource {
  readonly id: string;
  readonly stance?: Stance;
  readonly templates: readonly SourceTemplate[];
  readonly options: readonly LibraryOption[];
  /** Personas that offer it, in the ruleset's order. */
  readonly personas: readonly string[];
}

export interface SourceTemplate {
  readonly template: StatementTemplate;
  /** The statement as in the guide, where it had to be repaired, and what was changed. */
  readonly raw?: StatementTemplate;
  readonly repairs: readonly Repair[];
}

/** Everything that could have made a document of a kind. Guardrails make denials everywhere and are not looked for. */
export function templateSources(kind: DocumentKind, ruleset: Ruleset): readonly TemplateSource[] {
  const sources = formsOfRulesets.get(ruleset) ?? {
    trust: trustForms.map((form) => formOfTrust(form, ruleset)),
    activities: activityForms(ruleset),
  };
  formsOfRulesets.set(ruleset, sources);
  if (kind === 'trust') return sources.trust;
  if (kind === 'identity' || kind === 'vpc-endpoint')
    return sources.activities.filter(
      ({ personas: [first = ''] }) => findPersona(first, ruleset)?.kind === kind,
    );
  return [];
}

interface Forms {
  readonly trust: readonly TemplateSource[];
  readonly activities: readonly TemplateSource[];
}

const formsOfRulesets = new WeakMap<Ruleset, Forms>();

/** Repairs of the text or a name change no access, and are no difference here. */
const isOfAccess = ({ element }: Repair): boolean => element !== 'syntax' && element !== 'Sid';

const samples = new Map<number, readonly Statement[]>();

const listed = (condition: NonNullable<Statement['Condition']>) =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, listOf(values)])),
    ]),
  );

const activityForms = ({ activities, personas }: Ruleset): readonly TemplateSource[] =>
  activities.flatMap((activity) =>
    (['published', 'hardened'] as const).flatMap((stance): readonly TemplateSource[] => {
      const templates = activity[stance];
      if (!templates) return [];
      return [
        {
          id: activity.id,
          stance,
          templates: templates.map((template) => withRaw(template, stance, reasonsFor(activity).repairs)),
          options: activity.options.filter(({ stances }) => stances.includes(stance)),
          personas: personas
            .filter((one) => one.activities.some((entry) => entry.activity === activity.id))
            .map(({ id }) => id),
        },
      ];
    }),
  );

const formOfTrust = (form: TrustForm, { personas }: Ruleset): TemplateSource => ({
  id: form.id,
  templates: form.statements.map((template) => ({ template, repairs: [] })),
  options: form.options,
  personas: personas.filter(({ trust }) => trust.some((offer) => offer.form === form.id)).map(({ id }) => id),
});

function withRaw(template: StatementTemplate, stance: Stance, all: readonly Repair[]): SourceTemplate {
  const guide = stance === 'published' ? (template.guide ?? []) : [];
  const [reference] = guide;
  const repairs = all.filter(
    (repair) =>
      isOfAccess(repair) &&
      repair.guide.policy === reference?.policy &&
      repair.guide.statement === reference.statement,
  );
  const raw =
    reference && repairs.length > 0 ? sampleStatement(reference.policy, reference.statement) : undefined;
  return raw ? { template, raw: asTemplate(raw), repairs } : { template, repairs: [] };
}

/** A statement of the guide as published; both counted from 1. */
function sampleStatement(policy: number, statement: number): Statement | undefined {
  const statements = samples.get(policy) ?? readSample(policy);
  samples.set(policy, statements);
  return statements[statement - 1];
}

function readSample(policy: number): readonly Statement[] {
  const sample = guideSamples.find((one) => one.policy === policy);
  const [found] = readImport(sample?.text ?? '').policies;
  return found?.policy.Statement ?? [];
}

function asTemplate({
  Sid = '',
  Effect,
  Principal,
  Action,
  Resource,
  Condition,
}: Statement): StatementTemplate {
  return {
    Sid,
    Effect,
    ...(Principal === '*' ? { Principal } : {}),
    Action: listOf(Action),
    Resource: listOf(Resource),
    ...(Condition ? { Condition: listed(Condition) } : {}),
  };
}
