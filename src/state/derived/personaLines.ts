import { findPersona } from '../../policies/library/ruleset.ts';
import type { Source, StatementProvenance } from '../../policies/model/composedDocument.ts';
import { listOf } from '../../policies/language/policy.ts';
import { isAdded, isImported } from '../../policies/model/documentEdits.ts';
import { rulesetInForce } from '../store.ts';
import type { PrintedDocument } from './derived.ts';
import type { LineRange } from './trace.ts';

/** A run of lines and the personas that need them, for the gutter. */
export interface PersonaLines {
  readonly lines: LineRange;
  readonly personas: readonly string[];
  /** `DS · NB`: written behind the first line of a statement, empty for the lines of single actions. */
  readonly marks: string;
  readonly hover: string;
}

/** Who needs each line: a statement's lines serve all of its personas, an action's line only those that ask for it. */
export function personaMarks(document: PrintedDocument): readonly PersonaLines[] {
  return document.policy.Statement.flatMap((statement, index) => {
    const lines = document.ranges.lines(['Statement', index]);
    const provenance = document.provenance[index];
    if (!lines || !provenance) return [];
    const ids = personasOf(provenance.sources);
    const byHand = manualChangeOf(document, provenance);
    const marks = [
      ...ids.map((id) => findPersona(id, rulesetInForce())?.mark ?? id),
      ...(byHand ? [`✎ ${byHand}`] : []),
    ];
    const hover = [titlesOf(ids), ...(byHand ? [`${byHand} manually`] : [])].filter((part) => part !== '');
    const whole = { lines, personas: ids, marks: marks.join(' · '), hover: hover.join(', ') };
    if (ids.length === 1) return [whole];
    const actions = listOf(statement.Action).flatMap((action, entry) => {
      const at = document.ranges.lines(['Statement', index, 'Action', entry]);
      const needing = personasOf(provenance.actions[action] ?? []);
      return at ? [{ lines: at, personas: needing, marks: '', hover: titlesOf(needing) }] : [];
    });
    return [...around(whole, actions), ...actions];
  });
}

/** What a person did to a statement of a generated policy, if anything. Nothing generates an imported one, so that none of it is added. */
export function manualChangeOf(
  document: Pick<PrintedDocument, 'id' | 'partOf'>,
  { written, key = '' }: StatementProvenance,
): 'edited' | 'added' | undefined {
  if (written?.text === undefined || isImported(document)) return undefined;
  return isAdded({ key }) ? 'added' : 'edited';
}

/** The statement's own lines without those of its actions. */
function around(whole: PersonaLines, actions: readonly PersonaLines[]): readonly PersonaLines[] {
  const first = actions[0]?.lines.first;
  const last = actions.at(-1)?.lines.last;
  if (first === undefined || last === undefined) return [whole];
  return [
    { ...whole, lines: { first: whole.lines.first, last: first - 1 } },
    { ...whole, lines: { first: last + 1, last: whole.lines.last }, marks: '' },
  ];
}

function personasOf(sources: readonly Source[]): readonly string[] {
  const ids = new Set(sources.flatMap((source) => ('persona' in source ? [source.persona] : [])));
  return rulesetInForce()
    .personas.map((persona) => persona.id)
    .filter((id) => ids.has(id));
}

function titlesOf(ids: readonly string[]): string {
  return ids.map((id) => findPersona(id, rulesetInForce())?.title ?? id).join(', ');
}
