import type { AttachedResource } from '../../model/composedDocument.ts';
import type { Stance } from '../../model/stance.ts';
import type { Effect } from '../../language/policy.ts';

/** A statement of the guide: policy 1–10 in the chapter's order, statement 1-based within it. */
export interface GuideReference {
  readonly policy: number;
  readonly statement: number;
}

/** Who a statement of a trust or endpoint policy is about; values may hold placeholders. */
export type TemplatePrincipal = Readonly<Partial<Record<'AWS' | 'Service' | 'Federated', readonly string[]>>>;

/**
 * A statement with placeholders. Plain JSON, so that an organization's preset can add statements.
 * Every entry of a list that holds a placeholder of a variable with n values becomes n entries.
 */
export interface StatementTemplate {
  /**
   * Letters and digits; unique among all templates of all activities of one stance. Where the guide itself repeats a Sid,
   * its published templates do too: two activities with the same statement, or alternatives of which one is selected.
   */
  readonly Sid: string;
  readonly Effect: Effect;
  readonly Principal?: '*' | TemplatePrincipal;
  readonly Action: readonly string[];
  /** Absent in trust policies, whose resource is the role itself. */
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Options that must have these values for the statement to be part of the policy. */
  readonly when?: Readonly<Record<string, string>>;
  /** Variable id: one statement per value, its placeholders bound to that value. */
  readonly forEach?: string;
  /**
   * With `forEach`: only for values whose part of this placeholder is given or is empty
   * (an S3 location without a prefix is the whole bucket). A value not yet filled in counts as given.
   */
  readonly having?: { readonly placeholder: string; readonly part: 'given' | 'empty' };
  /** The statements of the guide that this one carries. */
  readonly guide?: readonly GuideReference[];
  /** Why a permission is there that the task needs besides what was asked for, in an activity of an organization. */
  readonly companion?: Reason;
}

export interface Reason {
  /** One or two plain sentences. */
  readonly text: string;
  /** Address of the AWS page or public thread; `service authorization reference` data names its service page. */
  readonly source: string;
}

/** A permission that the task needs besides what was asked for: why it is there. */
export interface Companion extends Reason {
  /** Sids of the templates, of either form, that it is about. */
  readonly statements: readonly string[];
}

/** How the hardened form differs from the published one. */
export interface Difference extends Companion {
  readonly tag: 'validity' | 'hardening' | 'optional';
}

/** Something to choose within an activity, a guardrail or a trust policy. */
export interface LibraryOption {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    /** One sentence on what this choice means for access. */
    readonly help: string;
  }[];
  /** What a choice means that does not say. It never changes: stored drafts, links and presets rely on it. */
  readonly default: string;
}

export interface ActivityOption extends LibraryOption {
  /** What the activity starts with when it is selected, where that is better than the default. It is stored in the draft. */
  readonly recommended?: string;
  /** Stances under which the option has an effect. */
  readonly stances: readonly Stance[];
}

/** A VPC endpoint. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
export interface Endpoint {
  /** Short name, unique among endpoints: `s3`, `sagemaker-api`. */
  readonly id: string;
  /** Service name with placeholders: `com.amazonaws.<REGION>.s3`. */
  readonly serviceName: string;
  readonly type: 'gateway' | 'interface';
  /** Action patterns whose calls from inside the VPC go through it. */
  readonly carries: readonly string[];
  /** Patterns among those that go through another endpoint, or that a service calls on the caller's behalf. */
  readonly except?: readonly string[];
  /** Set where code needs it whatever its policies name: why. */
  readonly always?: Reason;
  /** What users see when it is missing. */
  readonly symptom: Reason;
}

export interface Activity {
  readonly id: string;
  /** Imperative, as a user would say it: "Run training, tuning, and processing jobs". */
  readonly title: string;
  readonly summary: string;
  readonly options: readonly ActivityOption[];
  /** Absent where the guide has no statement for it. */
  readonly published?: readonly StatementTemplate[];
  /** Absent where only the published form exists (a retired service). */
  readonly hardened?: readonly StatementTemplate[];
  /** How it differs from what AWS publishes, of an activity of an organization. The reasons of the library are in `reasons/`. */
  readonly differences?: readonly Difference[];
  /** What a reader must know that no statement can say, of an activity of an organization. */
  readonly notes?: readonly Reason[];
  readonly status?: 'retired' | 'missingInGuide' | 'roleManager' | 'organization';
  /** Set on the activities of an endpoint persona: the endpoint whose document its statements make. */
  readonly endpoint?: Endpoint;
  /** Set on the activities of a persona of resources: the resource whose policy its statements make. Its name is a template. */
  readonly attachedTo?: AttachedResource;
}
