import { carefulCall, type AccessTest, type ContextTemplate } from '../accessTest.ts';
import {
  hasParameter,
  type ImpliedCall,
  type Parameter,
  parameterKeys,
  parameters,
  withoutParameters,
} from './impliedCall.ts';
import { impliedCalls } from './impliedCalls.ts';

/** Why a step is there: it follows from a parameter of a create call before it. */
export interface Implied {
  readonly create: string;
  readonly parameter: Parameter;
  readonly source: string;
}

/** One call of a scenario, and whose it is. */
export interface Step {
  readonly persona: string;
  readonly proof: AccessTest;
  /** The persona that can make the call where the first may not. */
  readonly otherwise?: string;
  readonly implied?: Implied;
  /** What a create call has that may make further calls necessary: each is in the table of implied calls. */
  readonly carries?: readonly Parameter[];
}

/** A task from its first call to its last, each by the role that makes it. */
export interface Scenario {
  readonly id: string;
  /** "Train in a VPC with a KMS key". */
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly Step[];
  readonly source: string;
  /** Parameters that its create calls have only where one of these guardrails is selected, which requires or limits them. */
  readonly onlyUnder?: Readonly<Partial<Record<Parameter, readonly string[]>>>;
}

type Row = readonly [
  persona: string,
  title: string,
  action: string,
  resource: string,
  context?: ContextTemplate,
  extra?: Pick<AccessTest, 'trust' | 'caller'>,
];

/** A call that creates something. What it carries makes further calls necessary: they become steps behind it. */
export interface CreateCall {
  readonly persona: string;
  readonly title: string;
  readonly action: string;
  readonly resource: string;
  readonly context: ContextTemplate;
  /** Parameters besides those of the context: a call with tags in its context has tags. */
  readonly carries: readonly Parameter[];
  /** The role that is passed in the call, and the persona with its policies. */
  readonly role?: { readonly persona: string; readonly arn: string };
  /** `log-group:/aws/sagemaker/TrainingJobs`, as an ARN. */
  readonly logGroup?: string;
}

/** The context of a careful call that has these of the parameters which condition keys limit, and no other. */
export const carefulWith = (...kept: readonly Parameter[]): ContextTemplate =>
  withoutParameters(
    carefulCall,
    parameters.filter((parameter) => parameterKeys[parameter] && !kept.includes(parameter)),
  );

/** The steps of a scenario, numbered from 1: plain calls, and create calls with what they imply. */
export const steps = (rows: readonly (Row | CreateCall)[]): readonly Step[] =>
  numbered(rows.flatMap((row) => (isCreate(row) ? expandCreate(row) : [plainStep(row)])));

const numbered = (all: readonly Step[]): readonly Step[] =>
  all.map((step, index) => ({ ...step, proof: { ...step.proof, id: `${index + 1}` } }));

/** A scenario without the parameters that none of these guardrails requires, and without what they imply. */
export function scenarioUnder(scenario: Scenario, guardrails: readonly string[]): Scenario {
  const dropped = parameters.filter((parameter) => {
    const by = scenario.onlyUnder?.[parameter];
    return by !== undefined && !by.some((id) => guardrails.includes(id));
  });
  if (dropped.length === 0) return scenario;
  const kept = scenario.steps.filter(({ implied }) => !implied || !dropped.includes(implied.parameter));
  return { ...scenario, steps: numbered(kept.map((step) => withoutDropped(step, dropped))) };
}

const withoutDropped = (step: Step, dropped: readonly Parameter[]): Step =>
  step.carries
    ? {
        ...step,
        carries: step.carries.filter((parameter) => !dropped.includes(parameter)),
        proof: { ...step.proof, context: withoutParameters(step.proof.context, dropped) },
      }
    : step;

const isCreate = (row: Row | CreateCall): row is CreateCall => 'carries' in row;

const plainStep = ([persona, title, action, resource, context = {}, extra = {}]: Row): Step => ({
  persona,
  proof: { id: '', title, expect: 'allowed', action, resource, context, ...extra },
});

/** A create call, the calls of its caller that it implies, and then those of the passed role. */
export function expandCreate(call: CreateCall): readonly Step[] {
  const carries = parametersOf(call);
  const createStep = {
    ...plainStep([call.persona, call.title, call.action, call.resource, call.context]),
    carries,
  };
  const implied = carries.flatMap((parameter) => impliedBy(call, parameter));
  const isOfCaller = ({ by }: ImpliedCall) => by === 'caller';
  return [
    createStep,
    ...implied.filter(({ of }) => isOfCaller(of)).map(({ step }) => step),
    ...implied.filter(({ of }) => !isOfCaller(of)).map(({ step }) => step),
  ];
}

/** What a call has, so that no key of its context is without the calls that it implies. */
const parametersOf = ({ carries, context }: CreateCall): readonly Parameter[] =>
  parameters.filter((parameter) => carries.includes(parameter) || hasParameter(context, parameter));

function impliedBy(call: CreateCall, parameter: Parameter) {
  return impliedCalls
    .filter((cell) => cell.parameter === parameter && cell.creates.includes(call.action))
    .flatMap(({ calls, source }) =>
      calls.map((of) => ({ of, step: impliedStep(call, of, { create: call.action, parameter, source }) })),
    );
}

const bySageMaker = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

function impliedStep(call: CreateCall, of: ImpliedCall, implied: Implied): Step {
  const role = call.role?.persona ?? '';
  const filled = (text: string) =>
    text
      .replaceAll('$resource', call.resource)
      .replaceAll('$role', call.role?.arn ?? '')
      .replaceAll('$create', call.action.split(':')[1] ?? '')
      .replaceAll('$logs', call.logGroup ?? '');
  const context = Object.entries(of.context ?? {}).map(([key, value]) => [
    key,
    typeof value === 'string' ? filled(value) : value,
  ]);
  return {
    persona: of.by === 'caller' ? call.persona : role,
    ...(of.by === 'either' ? { otherwise: call.persona } : {}),
    proof: {
      id: '',
      title: of.title,
      expect: 'allowed',
      action: of.action,
      resource: filled(of.resource),
      context: Object.fromEntries(context),
      ...(of.registry ? { registry: of.registry, ofRegion: 'AWS_IMAGE_ACCOUNT' } : {}),
      ...(of.by === 'service' ? (of.assumedBy ?? bySageMaker) : {}),
    },
    implied: { ...implied, source: of.source ?? implied.source },
  };
}
