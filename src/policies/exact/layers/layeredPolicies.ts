import { type PolicyDocument, type Statement } from '../../language/policy.ts';
import { documentsOf, type Layer, layers, type PolicySet } from '../../simulate/policySet.ts';
import { type PrincipalMatcher, principalMatcher } from '../../simulate/principal.ts';
import { type QuestionReading, readStatement } from '../question/readStatement.ts';
import type { Box } from '../question/test.ts';

/** One statement of a layer: what it matches for every caller, and the principals that it names. */
export interface LayeredStatement {
  readonly effect: Statement['Effect'];
  readonly box: Box;
  readonly level: number;
  readonly principal: PrincipalMatcher;
}

export interface ReadLayer {
  readonly isPresent: boolean;
  readonly levels: number;
  readonly statements: readonly LayeredStatement[];
}

export type ReadLayers = Readonly<Record<Layer, ReadLayer>>;

/** All documents of a policy set. */
export const allDocuments = (policies: PolicySet): readonly PolicyDocument[] =>
  layers.flatMap((layer) => documentsIn(policies, layer).map(({ document }) => document));

const documentsIn = (policies: PolicySet, layer: Layer) =>
  (documentsOf(policies, layer) ?? []).flatMap(({ document, level }) =>
    isGivenPolicy(document) ? [{ document, level }] : [],
  );

/** Asked of the lists of a policy set, which has nothing else in them. */
const isGivenPolicy = (document: unknown): document is PolicyDocument => document !== undefined;

export function readLayers(policies: PolicySet, question: QuestionReading): ReadLayers {
  const read = (layer: Layer): ReadLayer => ({
    isPresent: documentsOf(policies, layer) !== undefined,
    levels: layer === 'serviceControl' ? (policies.serviceControl?.length ?? 0) : 1,
    statements: documentsIn(policies, layer).flatMap(({ document, level }) =>
      statementsOf(document).map((statement) => layered(statement, document, level, question)),
    ),
  });
  return {
    identity: read('identity'),
    permissionsBoundary: read('permissionsBoundary'),
    session: read('session'),
    serviceControl: read('serviceControl'),
    resourceControl: read('resourceControl'),
    resource: read('resource'),
    vpcEndpoint: read('vpcEndpoint'),
  };
}

const statementsOf = ({ Statement }: PolicyDocument): readonly Statement[] => [Statement].flat();

/** Whom a statement names: see `callersFor`. */
function layered(
  statement: Statement,
  { Version }: PolicyDocument,
  level: number,
  question: QuestionReading,
): LayeredStatement {
  return {
    ...readStatement(statement, Version === '2012-10-17', question),
    level,
    principal: principalMatcher(statement),
  };
}

/** The statements that may name who calls. */
export const statementsWithPrincipals = (policies: PolicySet): readonly Statement[] =>
  allDocuments(policies)
    .flatMap(statementsOf)
    .filter(({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined);
