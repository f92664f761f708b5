import type { Node } from 'jsonc-parser';
import { call, list, literal, object, type Place, property } from '../builtNodes.ts';
import { member, membersOf } from '../candidates.ts';
import { type SamStatement, samTemplates } from './samTemplateStatements.ts';

/** A policy template of AWS SAM that is called with all of its parameters: the document that SAM makes of it. */
export interface CalledTemplate {
  readonly name: string;
  readonly document: Node;
}

/**
 * The template that an entry of `Policies` calls: an object with its name alone, and its parameters. Nothing where it is not one of
 * those that are known, or a parameter is missing: then SAM refuses it.
 */
export function calledTemplate(entry: Node): CalledTemplate | undefined {
  const [[name, parameters] = [], ...others] = [...membersOf(entry)];
  const statements = name !== undefined && Object.hasOwn(samTemplates, name) ? samTemplates[name] : undefined;
  if (name === undefined || !statements || others.length > 0) return undefined;
  const place = { offset: entry.offset, length: entry.length };
  const wanted = new Set(statements.flatMap(parametersOf));
  if ([...wanted].some((parameter) => member(parameters, parameter) === undefined)) return undefined;
  const document = object(
    [
      property('Version', literal('2012-10-17', place)),
      property(
        'Statement',
        list(
          statements.map((statement) => nodeOf(statement, parameters, place)),
          place,
        ),
      ),
    ],
    place,
  );
  return { name, document };
}

const PARAMETER = /\$\{(\w+)\}/g;

const parametersOf = ({ on = [], ifEquals = ['', ''] }: SamStatement): readonly string[] =>
  [...on, ...ifEquals].flatMap((text) => Array.from(text.matchAll(PARAMETER), ([, name = '']) => name));

function nodeOf({ allows, on, ifEquals }: SamStatement, parameters: Node | undefined, place: Place): Node {
  const [service = '', ...actions] = allows.split(' ');
  const text = (value: string): Node => substituted(value, parameters, place);
  const condition =
    ifEquals && property('StringEquals', object([property(ifEquals[0], text(ifEquals[1]))], place));
  return object(
    [
      property('Effect', literal('Allow', place)),
      property(
        'Action',
        list(
          actions.map((action) => literal(`${service}:${action}`, place)),
          place,
        ),
      ),
      property(
        'Resource',
        list(on ? on.map((resource) => text(arnOf(service, resource))) : [literal('*', place)], place),
      ),
      ...(condition ? [property('Condition', object([condition], place))] : []),
    ],
    place,
  );
}

function arnOf(service: string, resource: string): string {
  if (resource.startsWith('::')) return `arn:\${AWS::Partition}:${service}:${resource}`;
  if (!resource.startsWith(':')) return resource;
  return `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}${resource}`;
}

/** `Fn::Sub` with the parameters that the text has. */
function substituted(text: string, parameters: Node | undefined, place: Place): Node {
  const names = new Set(Array.from(text.matchAll(PARAMETER), ([, name = '']) => name));
  const values = [...names].flatMap((name) => {
    const value = member(parameters, name);
    return value ? [property(name, value)] : [];
  });
  return call('Fn::Sub', list([literal(text, place), object(values, place)], place), place);
}
