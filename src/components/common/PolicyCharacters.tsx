import { useCharacterMarks } from './characters.ts';

const MOST_NAMED = 5;

/** What in a policy's text cannot be seen or looks like something else, named before the policy is imported. */
export function PolicyCharacters({ text }: { readonly text: string }) {
  const marks = useCharacterMarks(text);
  const names = [...new Set(marks.map(({ name }) => name))];
  if (names.length === 0) return null;
  const rest = names.length - MOST_NAMED;
  return (
    <div role="note">
      Hidden or look-alike characters: {names.slice(0, MOST_NAMED).join(', ')}
      {rest > 0 && ` and ${rest} others`}.
    </div>
  );
}
