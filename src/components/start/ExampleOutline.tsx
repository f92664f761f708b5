import { countWithNoun } from '../../policies/language/counts.ts';
import { useEffect, useState } from 'react';
import { draftOfExample } from '../../policies/compose/exampleDraft.ts';
import { type Outline, outlineOf } from '../../policies/compose/outline.ts';
import type { Example } from '../../policies/library/examples/example.ts';
import { useRuleset } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';

/** What an example makes: computed, each in a task of its own. */
export function ExampleOutline({ example }: { readonly example: Example }) {
  const ruleset = useRuleset();
  const [outline, setOutline] = useState<Outline>();
  useEffect(() => {
    const timer = setTimeout(() => setOutline(outlineOf(draftOfExample(example, ruleset), ruleset)), 0);
    return () => clearTimeout(timer);
  }, [example, ruleset]);
  return (
    <Stack row gap={4} rowGap={1} small>
      <Note as="span" tone="plain">
        {outline ? inWords(outline) : '…'}
      </Note>
      {outline && outline.passes.size > 0 && <Passes passes={outline.passes} />}
    </Stack>
  );
}

const inWords = ({ roles, policies, guardrails }: Outline): string =>
  [
    roles > 0 && countWithNoun(roles, 'role', 'roles'),
    countWithNoun(policies, 'policy', 'policies'),
    guardrails > 0 && countWithNoun(guardrails, 'guardrail', 'guardrails'),
  ]
    .filter(Boolean)
    .join(' · ');

/** Each persona with those whose roles it passes. */
function Passes({ passes }: Pick<Outline, 'passes'>) {
  return (
    <Stack as="span" row gap={3} rowGap={1}>
      {[...passes].map(([from, to]) => (
        <Stack as="span" row inline gap={1} key={from}>
          <PersonaMark persona={from} />
          <Icon name="chevronRight" size={12} />
          <span className="visually-hidden"> passes the role of </span>
          {[...to].map((persona) =>
            persona === '' ? (
              <span key="">another role</span>
            ) : (
              <PersonaMark key={persona} persona={persona} />
            ),
          )}
        </Stack>
      ))}
    </Stack>
  );
}
