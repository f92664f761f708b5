import { endpointInputs } from '../endpointInputs.ts';
import type { ExportPart } from '../planned.ts';
import { valueOf } from './exportCases.ts';

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What CloudFormation and the CDK ask for: parameters, and where new endpoints are made. */
export const inputsOf = (part: ExportPart) => [...part.parameters, ...endpointInputs(part.endpoints)];

/** Values of a part's parameters under the names that a language gives them. */
export const valuesOf = (part: ExportPart, nameIn: (name: string) => string): Values =>
  Object.fromEntries(
    inputsOf(part).map(({ name, placeholder, list }) => {
      const values = valueOf(name, placeholder);
      return [nameIn(name), list ? values : (values[0] ?? '')];
    }),
  );
