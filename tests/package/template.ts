import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

export type Tree = { readonly [key: string]: unknown };
export type Resource = {
  readonly Type: string;
  readonly Properties?: Tree;
  readonly DependsOn?: string | readonly string[];
  readonly [key: string]: unknown;
};
/** A CloudFormation template, as far as the checks here look. */
export type Template = {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Conditions?: Tree;
  readonly Outputs?: Tree;
};

/** What a value of CloudFormation may be, in the words of its published specification. */
export type Kind = {
  readonly type: string;
  readonly element?: Kind;
  readonly types?: readonly Kind[];
  readonly reference?: { readonly $ref: string };
  readonly allowedValues?: readonly (string | number)[];
};
export type Properties = Readonly<Record<string, { readonly required?: boolean; readonly type: Kind }>>;
type Specification = { readonly properties: Properties; readonly attributes: Tree };

const specifications = loadAwsServiceSpecSync();

/** What is specified for a resource type; undefined when there is no such type. */
export const specificationOf = (type: string): Specification | undefined =>
  specifications.lookup('resource', 'cloudFormationType', 'equals', type)[0] as Specification | undefined;

/** The properties of a type that a property refers to. */
export const propertiesOf = (reference: string): Properties =>
  specifications.get('typeDefinition', reference).properties as Properties;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every resource of a type, by its logical id. */
export const resourcesOf = (template: Template, type: string): Record<string, Tree> =>
  Object.fromEntries(
    Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) =>
      Type === type ? [[id, Properties]] : [],
    ),
  );
