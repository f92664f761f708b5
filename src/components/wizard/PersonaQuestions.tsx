import { useId, useState } from 'react';
import {
  fitsAnswers,
  openQuestions,
  type PersonaAnswers,
  withAnswer,
} from '../../policies/library/personas/personaQuestions.ts';
import { useRuleset } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';

interface PersonaQuestionsProps {
  /** The ids of the personas that fit the answers. */
  onFitting(fitting: ReadonlySet<string>): void;
}

/** Up to three questions, each with the answers that a persona still fits, so that none leads nowhere. */
export function PersonaQuestions({ onFitting }: PersonaQuestionsProps) {
  const name = useId();
  const personas = useRuleset().personas.map(({ id }) => id);
  const [answers, setAnswers] = useState<PersonaAnswers>({});
  return openQuestions(personas, answers).map((question) => (
    <FieldGroup key={question.id} small mb={2} legend={question.text}>
      {question.answers.map(({ id, label }) => (
        <Choice
          key={id}
          type="radio"
          name={`${name}-${question.id}`}
          checked={answers[question.id] === id}
          title={label}
          onChange={() => {
            const given = withAnswer(answers, question.id, id);
            setAnswers(given);
            onFitting(new Set(personas.filter((persona) => fitsAnswers(persona, given))));
          }}
        />
      ))}
    </FieldGroup>
  ));
}
