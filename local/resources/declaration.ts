/** What the template asks for, in the runtime's own words. Names and addresses are physical; times say their unit. */
export type Bucket = {
  readonly kind: 'bucket';
  readonly name: string;
  readonly versioned: boolean;
  readonly cors: readonly CorsRule[];
};

export type CorsRule = {
  readonly allowedMethods: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
};

export type BucketNotification = {
  readonly kind: 'bucket-notification';
  readonly bucket: string;
  /** `s3:ObjectCreated:*` and the like. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly queueArn: string;
};

export type Queue = {
  readonly kind: 'queue';
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  /** In the words of SQS CreateQueue. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Failed receives before a message goes to the dead-letter queue; absent where there is none. */
  readonly maxReceiveCount?: number;
  readonly deadLetterArn?: string;
};

export type Table = {
  readonly kind: 'table';
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: 'S' | 'N' | 'B' }[];
  readonly key: readonly KeyPart[];
  readonly indexes: readonly { readonly name: string; readonly key: readonly KeyPart[] }[];
};

export type KeyPart = { readonly name: string; readonly role: 'HASH' | 'RANGE' };

export type Topic = { readonly kind: 'topic'; readonly name: string; readonly arn: string };

export type Subscription = {
  readonly kind: 'subscription';
  readonly topicArn: string;
  readonly queueArn: string;
  readonly raw: boolean;
};

export type FunctionDeclaration = {
  readonly kind: 'function';
  readonly name: string;
  readonly arn: string;
  /** Source of the handler, relative to the repository. */
  readonly entry: string;
  /** Name of the module's export that handles. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
};

export type EventSource = {
  readonly kind: 'event-source';
  readonly queueArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency?: number;
};

export type ScheduleDeclaration = {
  readonly kind: 'schedule';
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly queueArn: string;
  readonly input: string;
};

export type HttpApi = { readonly kind: 'http-api'; readonly id: string };

export type HttpIntegration = {
  readonly kind: 'http-integration';
  readonly id: string;
  readonly apiId: string;
  readonly functionName: string;
  readonly timeoutMs: number;
};

export type HttpRoute = {
  readonly kind: 'http-route';
  readonly apiId: string;
  /** `ANY /api/v1/{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly integrationId: string;
};

export type Distribution = {
  readonly kind: 'distribution';
  /** What `/` means, `index.html`. */
  readonly rootObject: string;
  readonly origins: readonly { readonly id: string; readonly domainName: string }[];
  /** In the order in which they are tried; the last one takes every path. */
  readonly behaviours: readonly Behaviour[];
};

export type Behaviour = {
  /** `/api/*`; a `*` stands for anything, a `?` for one character. */
  readonly pathPattern: string;
  readonly originId: string;
  readonly methods: readonly string[];
  readonly compress: boolean;
  readonly headersPolicyId: string | undefined;
  /** ARN of the function that sees each request first. */
  readonly onRequest: string | undefined;
};

export type HeadersPolicy = {
  readonly kind: 'headers-policy';
  readonly id: string;
  /** Added to every answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
};

export type EdgeFunction = {
  readonly kind: 'edge-function';
  readonly arn: string;
  /** JavaScript with a global function `handler`. */
  readonly code: string;
};

export type BucketFiles = {
  readonly kind: 'bucket-files';
  readonly bucket: string;
  /** Where in the bucket they go, without slashes around; empty for its root. */
  readonly under: string;
  /** Hash of the asset of the assembly that holds them. */
  readonly asset: string;
  readonly cacheControl: string | undefined;
};

export type Declaration =
  | Bucket
  | BucketNotification
  | Queue
  | Table
  | Topic
  | Subscription
  | FunctionDeclaration
  | EventSource
  | ScheduleDeclaration
  | HttpApi
  | HttpIntegration
  | HttpRoute
  | Distribution
  | HeadersPolicy
  | EdgeFunction
  | BucketFiles;

/** Everything that a template asks for. */
export type Plan = readonly Declaration[];

/** The declarations of one kind. */
export function declared<Kind extends Declaration['kind']>(
  plan: Plan,
  kind: Kind,
): Extract<Declaration, { kind: Kind }>[] {
  return plan.filter(
    (declaration): declaration is Extract<Declaration, { kind: Kind }> => declaration.kind === kind,
  );
}
