import { replaceUnknownText } from '../language/placeholder.ts';
import { type Box, Budget, boxOf, isBoxCovered } from '../exact/box.ts';
import { coversResourcePattern } from '../exact/resourceCover.ts';
import { globsMeet } from '../language/globsMeet.ts';
import { coversAction, hasAllFields } from '../language/subsumes.ts';
import { listOf, type Statement } from '../language/policy.ts';
import { isReadableStatement } from '../simulate/statementProblems.ts';

/** What Deny statements take from the Allow statements that a suppressed finding is about. */

type Patterns = Box['actions'];

/** How the texts of one element compare. `overlaps` is false only where no request can match both. */
interface Kind {
  readonly isAll: (text: string) => boolean;
  readonly covers: (wide: string, narrow: string) => boolean;
  readonly overlaps: (one: string, other: string) => boolean;
}

/**
 * The Deny statements among others that can take something from Allow statements, without the actions and resources that cannot:
 * what is left is short enough to store. Statements that IAM would refuse deny nothing.
 */
export function denialsOf(
  statements: readonly unknown[],
  others: readonly unknown[],
  variables: boolean,
): readonly Statement[] {
  const allows = boxesOf(statements, variables, 'Allow');
  if (allows.length === 0) return [];
  return others
    .filter((statement) => isReadableStatement(statement))
    .flatMap((statement) => {
      if (statement.Effect !== 'Deny') return [];
      const box = boxOf(statement, variables);
      const limited = allows.filter((allow) => meetOf(box, allow, variables) !== undefined);
      return limited.length > 0 ? [relevant(statement, limited, variables)] : [];
    });
}

/** A Deny without the entries that take nothing from Allow statements. */
function relevant(deny: Statement, allows: readonly Box[], variables: boolean): Statement {
  const { Action, Resource } = deny;
  const ofResource = resourceKind(variables);
  const actions = listOf(Action).filter((text) =>
    allows.some((allow) => touches(text, allow.actions, ACTION)),
  );
  const resources = listOf(Resource).filter((text) =>
    allows.some((allow) => touches(text, allow.resources, ofResource)),
  );
  return {
    ...deny,
    ...(Action === undefined ? {} : { Action: actions }),
    ...(Resource === undefined ? {} : { Resource: resources }),
  };
}

/** The statements of one effect that have the right shape, as boxes. */
function boxesOf(
  statements: readonly unknown[],
  variables: boolean,
  effect: Statement['Effect'],
): readonly Box[] {
  return statements
    .filter((statement) => isReadableStatement(statement))
    .filter((statement) => statement.Effect === effect)
    .map((statement) => boxOf(statement, variables));
}

/** Statements and the Deny statements that limit them. */
export interface Limited {
  readonly statements: readonly unknown[];
  readonly denies?: readonly unknown[];
  readonly variables: boolean;
}

/**
 * Whether all that was denied before of what the Allow statements give now is still denied. Sound: never true when it should
 * not be. A Deny that is renamed, moved, written in another form, widened or split along one list still denies the same.
 */
export function isStillDenied(now: Limited, before: Limited): boolean {
  const denials = boxesOf(before.denies ?? [], before.variables, 'Deny');
  const allows = boxesOf(now.statements, now.variables, 'Allow');
  const by = boxesOf(now.denies ?? [], now.variables, 'Deny');
  const budget = new Budget();
  const isStillCovered = (deny: Box): boolean =>
    isBoxCovered(deny, by, budget) ||
    allows.every((allow) => {
      const variables = before.variables && now.variables;
      const meet = meetOf(deny, allow, variables);
      if (!meet) return true;
      return isBoxCovered(
        meet,
        by.map((box) => withoutIdleExceptions(box, meet, variables)),
        budget,
      );
    });
  return denials.every(isStillCovered) && budget.left >= 0;
}

/** What a Deny takes from an Allow, or some more of what it denies. Nothing where the two have no request in common. */
function meetOf(deny: Box, allow: Box, variables: boolean): Box | undefined {
  const principals = meetOfPatterns(deny.principals, allow.principals, PRINCIPAL);
  const actions = meetOfPatterns(deny.actions, allow.actions, ACTION);
  const resources = meetOfPatterns(deny.resources, allow.resources, resourceKind(variables));
  if (!principals || !actions || !resources) return undefined;
  return { ...deny, key: '', principals, actions, resources, clauses: [...deny.clauses, ...allow.clauses] };
}

/**
 * A Deny of everything but some entries. Where it leaves out nothing of what it is held against, it denies all of that: then it counts
 * as a Deny of everything.
 */
function withoutIdleExceptions(deny: Box, meet: Box, variables: boolean): Box {
  const actions = areIdle(deny.actions, meet.actions, ACTION) ? EVERYTHING : deny.actions;
  const resources = areIdle(deny.resources, meet.resources, resourceKind(variables))
    ? EVERYTHING
    : deny.resources;
  return { ...deny, key: `beside ${deny.key}`, actions, resources };
}

const EVERYTHING: Patterns = { except: true, texts: [] };

/** Whether no request for these texts is among the exceptions of a Deny. */
const areIdle = (deny: Patterns, { except, texts }: Patterns, { overlaps }: Kind): boolean =>
  deny.except && !except && deny.texts.every((left) => texts.every((text) => !overlaps(left, text)));

function meetOfPatterns(deny: Patterns, allow: Patterns, kind: Kind): Patterns | undefined {
  if (isEverything(allow, kind)) return deny;
  if (isEverything(deny, kind)) return allow;
  if (deny.except) {
    if (allow.except) return deny;
    const denied = allow.texts.filter((text) => touches(text, deny, kind));
    if (denied.length === 0) return undefined;
    const named = { except: false, texts: denied };
    return areIdle(deny, named, kind) ? named : deny;
  }
  const texts = allow.except
    ? deny.texts.filter((text) => touches(text, allow, kind))
    : deny.texts.flatMap((text) => commonTexts(text, allow.texts, kind));
  return texts.length > 0 ? { except: false, texts: [...new Set(texts)] } : undefined;
}

function commonTexts(
  denied: string,
  allowed: readonly string[],
  { covers, overlaps }: Kind,
): readonly string[] {
  return allowed.flatMap((text) => {
    if (covers(denied, text)) return [text];
    return overlaps(denied, text) ? [denied] : [];
  });
}

const isEverything = ({ except, texts }: Patterns, { isAll }: Kind): boolean =>
  except ? texts.length === 0 : texts.some(isAll);

const touches = (text: string, { except, texts }: Patterns, kind: Kind): boolean =>
  except
    ? !texts.some((other) => kind.covers(other, text))
    : texts.some((other) => kind.overlaps(text, other));

const ACTION: Kind = {
  isAll: (text) => /^\*+(?::\*+)?$/.test(text),
  covers: coversAction,
  overlaps: (one, other) => overlapsGlob(one.toLowerCase(), other.toLowerCase()),
};

const isStars = (text: string): boolean => /^\*+$/.test(text);

/** A pattern with fewer than six fields may have two readings: it may overlap any other. */
const resourceKind = (variables: boolean): Kind => ({
  isAll: isStars,
  covers: (wide, narrow) => coversResourcePattern({ text: wide, variables }, { text: narrow, variables }),
  overlaps: (one, other) => !hasAllFields(one) || !hasAllFields(other) || overlapsGlob(one, other),
});

/** A request has several principals, such as a session and its role: only two roles or users are sure to be apart. */
const PRINCIPAL: Kind = {
  isAll: isStars,
  covers: () => false,
  overlaps: (one, other) => one === other || !PLAIN_NAME.test(one) || !PLAIN_NAME.test(other),
};

const PLAIN_NAME = /^AWS arn:[^:]+:iam::\d{12}:(?:role|user)\/[^*?$<]+$/;

/** Whether some text can match both globs. Unknown text may be any. */
const overlapsGlob = (one: string, other: string): boolean =>
  globsMeet(replaceUnknownText(one, '*'), replaceUnknownText(other, '*'));
