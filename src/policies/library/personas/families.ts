import type { Persona } from './persona.ts';

/** A group of the list of personas. */
export interface PersonaFamily {
  readonly id: string;
  readonly title: string;
  /** Only some teams need one of it: folded until something in it is selected. */
  readonly folded?: true;
}

/** In the order of the list. */
export const personaFamilies: readonly PersonaFamily[] = [
  { id: 'people', title: 'People' },
  { id: 'execution', title: 'Execution roles' },
  { id: 'network', title: 'Network' },
  { id: 'studio', title: 'Studio', folded: true },
  { id: 'unifiedStudio', title: 'Unified Studio', folded: true },
  { id: 'hyperPod', title: 'HyperPod', folded: true },
  { id: 'customization', title: 'Model customization', folded: true },
  { id: 'jumpStart', title: 'JumpStart', folded: true },
  { id: 'labeling', title: 'Ground Truth', folded: true },
  { id: 'autoMl', title: 'AutoML', folded: true },
  { id: 'mlflow', title: 'MLflow and model registry', folded: true },
  { id: 'features', title: 'Feature Store', folded: true },
  { id: 'applications', title: 'Applications and pipelines', folded: true },
];

const ofOrganization: PersonaFamily = { id: 'organization', title: 'From your organization' };

/** Personas by family, each in its order; without families that have none. */
export function byFamily<One extends Pick<Persona, 'family'>>(
  personas: readonly One[],
): readonly { readonly family: PersonaFamily; readonly members: readonly One[] }[] {
  const known = new Set(personaFamilies.map(({ id }) => id));
  return [...personaFamilies, ofOrganization]
    .map((family) => ({
      family,
      members: personas.filter(
        ({ family: id = '' }) => (known.has(id) ? id : ofOrganization.id) === family.id,
      ),
    }))
    .filter(({ members }) => members.length > 0);
}
