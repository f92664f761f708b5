/** One of three questions that lead to a persona. */
export interface PersonaQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly label: string }[];
}

type QuestionId = 'who' | 'work' | 'task';

/** Question → answer. */
export type PersonaAnswers = Readonly<Partial<Record<QuestionId, string>>>;

/** In the order in which they are asked. */
export const personaQuestions: readonly PersonaQuestion[] = [
  {
    id: 'who',
    text: 'Who or what needs access?',
    answers: [
      { id: 'person', label: 'A person' },
      { id: 'service', label: 'AWS, to run your code or models (an execution role)' },
      { id: 'application', label: 'An application or a pipeline of your own' },
      { id: 'network', label: 'Anyone in a VPC' },
      { id: 'accounts', label: 'Other accounts' },
    ],
  },
  {
    id: 'work',
    text: 'What is it for?',
    answers: [
      { id: 'notebooks', label: 'Notebooks and Studio' },
      { id: 'jobs', label: 'Training, tuning, and processing jobs' },
      { id: 'models', label: 'Models and endpoints' },
      { id: 'pipelines', label: 'Pipelines' },
      { id: 'hyperPod', label: 'HyperPod clusters' },
      { id: 'customization', label: 'Model customization' },
      { id: 'mlflow', label: 'MLflow' },
      { id: 'registry', label: 'Model registry' },
      { id: 'code', label: 'Deploying the exported code' },
      { id: 'features', label: 'Feature Store' },
      { id: 'images', label: 'Container images' },
      { id: 'canvas', label: 'No-code models (Canvas)' },
      { id: 'unifiedStudio', label: 'SageMaker Unified Studio' },
      { id: 'hubs', label: 'Private foundation model hubs (JumpStart)' },
      { id: 'labeling', label: 'Data labeling (Ground Truth)' },
      { id: 'autoMl', label: 'AutoML (Autopilot)' },
    ],
  },
  {
    id: 'task',
    text: 'What does it do?',
    answers: [
      { id: 'use', label: 'Uses existing resources' },
      { id: 'operate', label: 'Creates, runs, and changes resources' },
    ],
  },
];

type Fit = Readonly<Record<QuestionId, readonly string[]>>;

const fit = (who: string, work: string, task: string): Fit => ({
  who: who.split(' '),
  work: work.split(' '),
  task: task.split(' '),
});

/** Persona id → the answers that it fits. */
export const personaFits: Readonly<Record<string, Fit>> = {
  dataScientist: fit('person', 'notebooks jobs', 'use operate'),
  notebookRole: fit('service', 'notebooks', 'operate'),
  trainingRole: fit('service', 'jobs', 'operate'),
  hostingRole: fit('service', 'models', 'operate'),
  vpcEndpoint: fit('network', 'notebooks jobs models', 'use operate'),
  mlopsEngineer: fit('person application', 'models pipelines', 'operate'),
  imageBuildRole: fit('service', 'images', 'operate'),
  pipelineRole: fit('service application', 'pipelines', 'operate'),
  hyperPodInstanceRole: fit('service', 'hyperPod', 'use'),
  hyperPodAutoscaler: fit('service', 'hyperPod', 'operate'),
  hyperPodAdmin: fit('person application', 'hyperPod', 'operate'),
  hyperPodUser: fit('person', 'hyperPod', 'use'),
  customizationJobRole: fit('service', 'customization', 'operate'),
  agentRuntimeRole: fit('service', 'customization', 'use'),
  modelCustomizer: fit('person application', 'customization', 'operate'),
  mlflowServerRole: fit('service', 'mlflow', 'operate'),
  mlflowAdmin: fit('person application', 'mlflow', 'operate'),
  mlflowUser: fit('person application', 'mlflow', 'use'),
  studioUser: fit('person', 'notebooks', 'use'),
  modelApprover: fit('person application', 'registry', 'operate'),
  sharedRegistry: fit('accounts', 'registry', 'use operate'),
  registryReader: fit('service application', 'registry', 'use'),
  planRole: fit('application', 'code', 'use'),
  applyRole: fit('application', 'code', 'operate'),
  featureReader: fit('person application', 'features', 'use'),
  featureWriter: fit('person application', 'features', 'operate'),
  featureAdmin: fit('person application', 'features', 'operate'),
  offlineStoreRole: fit('service', 'features', 'operate'),
  autoMlRole: fit('service', 'autoMl', 'operate'),
  platformAdmin: fit('person', 'notebooks', 'operate'),
  hubAdmin: fit('person application', 'hubs', 'operate'),
  labelingRole: fit('service', 'labeling', 'operate'),
  labelingManager: fit('person application', 'labeling', 'operate'),
  unifiedDomainRole: fit('service', 'unifiedStudio', 'operate'),
  unifiedQueryRole: fit('service', 'unifiedStudio', 'use'),
  unifiedProvisioner: fit('service', 'unifiedStudio', 'operate'),
  unifiedMember: fit('person', 'unifiedStudio', 'use'),
  unifiedProjectRole: fit('person service', 'unifiedStudio', 'use operate'),
  unifiedDeployer: fit('application', 'unifiedStudio', 'operate'),
  canvasUser: fit('person service', 'canvas', 'use'),
  notebookJobRole: fit('service', 'notebooks', 'use'),
  endpointCaller: fit('person application', 'models', 'use'),
};

/** Whether a persona fits all answers. One of an organization has none of its own, and is left to the reader. */
export const fitsAnswers = (persona: string, answers: PersonaAnswers): boolean => {
  const fits = Object.hasOwn(personaFits, persona) ? personaFits[persona] : undefined;
  return personaQuestions.every(({ id }) => {
    const answer = answers[id];
    return answer === undefined || fits === undefined || fits[id].includes(answer);
  });
};

/**
 * What is asked after these answers: each question up to the first one without an answer, with the answers that some persona still
 * fits. A question to which all the personas have the same answer is left out.
 */
export function openQuestions(
  personas: readonly string[],
  answers: PersonaAnswers,
): readonly PersonaQuestion[] {
  const known = personas.filter((persona) => Object.hasOwn(personaFits, persona));
  const asked: PersonaQuestion[] = [];
  let before: PersonaAnswers = {};
  for (const question of personaQuestions) {
    const left = known.filter((persona) => fitsAnswers(persona, before));
    const open = question.answers.filter(({ id }) =>
      left.some((one) => personaFits[one]?.[question.id].includes(id)),
    );
    if (open.length < 2 || left.length < 2) continue;
    asked.push({ ...question, answers: open });
    const answer = answers[question.id];
    if (answer === undefined) break;
    before = { ...before, [question.id]: answer };
  }
  return asked;
}

/** The answers with one more; those to later questions go, since they may no longer fit. */
export function withAnswer(answers: PersonaAnswers, question: QuestionId, answer: string): PersonaAnswers {
  const at = personaQuestions.findIndex(({ id }) => id === question);
  const earlier = personaQuestions.slice(0, at).flatMap(({ id }) => {
    const given = answers[id];
    return given === undefined ? [] : [[id, given] as const];
  });
  return Object.fromEntries([...earlier, [question, answer]]);
}
