import { countWithNoun } from '../../policies/language/counts.ts';
import type { ManagedAnswer } from '../../state/evidence/managedProtocol.ts';
import { withBreaks } from '../common/breaks.tsx';
import { DataTable } from '../common/DataTable.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';

/** What a managed policy allows: by service, and what of it no activity has. */
export function WhatItAllows({ answer: { activities, summary } }: { readonly answer: ManagedAnswer }) {
  const { total, open, notListed, others } = activities;
  const outside = others.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <section aria-label="What it allows">
      <Heading mt={3} mb={1}>
        What it allows
      </Heading>
      <Note mb={1} tone="plain">
        {countWithNoun(total, 'action', 'actions')} of{' '}
        {countWithNoun(new Set(summary.map((row) => row.service)).size, 'service', 'services')}
        {open.length > 0 &&
          `, and actions that AWS adds later, with ${countWithNoun(open.length, 'pattern', 'patterns')}`}
        .
      </Note>
      <Disclosure late label="By service">
        <Summary summary={summary} />
      </Disclosure>
      {outside > 0 && (
        <Disclosure late label={`${countWithNoun(outside, 'action', 'actions')} that no activity allows`}>
          <Note mb={1}>
            If your team needs one of these, add a statement to the policy after you use the activities.
          </Note>
          <DataTable look="facts">
            <tbody>
              {others.map(({ service, actions }) => (
                <tr key={service}>
                  <th scope="row">{service}</th>
                  <td>{actions.map((action) => action.slice(service.length + 1)).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Disclosure>
      )}
      {notListed.length > 0 && (
        <Note mt={1}>
          Not in the AWS data, so not compared: <code>{notListed.join(', ')}</code>
        </Note>
      )}
    </section>
  );
}

const columns = ['Effect', 'Service', 'Access', 'Resources', 'Conditions'];

const Summary = ({ summary }: Pick<ManagedAnswer, 'summary'>) => (
  <DataTable label="What it allows by service" minWidth={640} mb={2}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {summary.map((row) => (
        <tr key={`${row.effect} ${row.service}`}>
          <td>{row.effect}</td>
          <th scope="row">{row.service}</th>
          <td>{row.access}</td>
          <td data-long="parts">{withBreaks(row.resource)}</td>
          <td data-long="parts">{withBreaks(row.condition)}</td>
        </tr>
      ))}
    </tbody>
  </DataTable>
);
