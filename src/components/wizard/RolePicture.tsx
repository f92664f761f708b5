import { styled } from '@mui/material/styles';
import { type RolePass, rolePasses } from '../../policies/compose/rolePassing.ts';
import { findActivity, findPersona } from '../../policies/library/ruleset.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { fontMono } from '../common/theme.ts';
import { personaColor } from '../common/colors.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

const Figure = styled('figure')({
  margin: '0 0 16px',
  padding: '8px 12px',
  border: '1px solid var(--hairline)',
  borderRadius: 4,
  '& > figcaption': { fontWeight: 600, marginBottom: 4 },
});
const Pass = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
  alignItems: 'center',
  gap: '0 8px',
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  '&:first-of-type': { borderTop: 'none' },
});
const RoleBox = styled('span')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  padding: '4px 8px',
  border: '1px solid',
  borderRadius: 4,
  color: 'var(--ink)',
  '&[data-missing="true"]': { borderStyle: 'dashed' },
});
const Detail = styled('span')({
  gridColumn: '1 / -1',
  marginTop: 4,
  color: 'var(--ink-2)',
  overflowWrap: 'anywhere',
  '& > code': { fontFamily: fontMono, fontSize: 12 },
});

/** Who hands which role to whom, drawn from the selected activities. A dashed role is passed, but its policy is not selected. */
export function RolePicture() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const passes = rolePasses(draft, ruleset);
  return (
    <Figure>
      <figcaption>Roles that can be passed</figcaption>
      {passes.length === 0 ? (
        <Note>None of the selected personas can pass a role.</Note>
      ) : (
        <List>
          {passes.map((pass) => (
            <PassRow
              key={`${pass.from} ${pass.variable.id}`}
              pass={pass}
              isSelected={pass.to !== undefined && draft.personas.includes(pass.to)}
              given={(draft.variables[pass.variable.id] ?? []).some((value) => value.trim() !== '')}
            />
          ))}
        </List>
      )}
    </Figure>
  );
}

interface PassRowProps {
  readonly pass: RolePass;
  readonly isSelected: boolean;
  /** An ARN is entered: the role exists. */
  readonly given: boolean;
}

function PassRow({ pass, isSelected, given }: PassRowProps) {
  const ruleset = useRuleset();
  const { from, to, variable, roles, services, activities } = pass;
  const title = to === undefined ? variable.label : (findPersona(to, ruleset)?.title ?? to);
  const why = activities.map((id) => `“${findActivity(id, ruleset)?.title ?? id}”`).join(', ');
  return (
    <Pass>
      <RoleBox style={{ borderColor: personaColor(from) }}>
        <PersonaMark persona={from} /> {findPersona(from, ruleset)?.title}
      </RoleBox>
      <svg
        style={{ color: 'var(--ink-2)' }}
        width="1.75rem"
        height="0.75rem"
        viewBox="0 0 28 12"
        aria-hidden="true"
      >
        <path d="M0 6h26M21 1.5 26 6l-5 4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span className="visually-hidden"> can pass </span>
      <RoleBox data-missing={!isSelected} style={{ borderColor: to ? personaColor(to) : 'var(--edge)' }}>
        {to !== undefined && <PersonaMark persona={to} />} {title}
      </RoleBox>{' '}
      <Detail>
        <code>{roles.join(', ')}</code> to {services.join(', ')}. Required by: {why}.
        {!isSelected &&
          (given
            ? ' The role exists; its policies aren’t part of this set.'
            : ' Its policy isn’t part of this set.')}
      </Detail>
    </Pass>
  );
}
