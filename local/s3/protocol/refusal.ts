const statusOf = {
  AccessControlListNotSupported: 400,
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  AccessForbidden: 403,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  BadRequest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidArgument: 400,
  InvalidBucketName: 400,
  'KMS.DisabledException': 400,
  InvalidDigest: 400,
  InvalidPart: 400,
  InvalidPartOrder: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  InvalidURI: 400,
  KeyTooLongError: 400,
  MalformedTrailerError: 400,
  MalformedXML: 400,
  MetadataTooLarge: 400,
  MethodNotAllowed: 405,
  MissingContentLength: 411,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  NoSuchVersion: 404,
  NotImplemented: 501,
  NotModified: 304,
  PreconditionFailed: 412,
  StorageFull: 507,
  XAmzContentSHA256Mismatch: 400,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof statusOf;

/** An answer of S3 that says no: the code a client acts upon, and a sentence for people. */
export type Refusal = {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly status: number;
  readonly message: string;
  /** Further elements of the error document. */
  readonly details: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
};

export function refuse(
  code: RefusalCode,
  message: string,
  more: { readonly details?: Record<string, string>; readonly headers?: Record<string, string> } = {},
): Refusal {
  const { details = {}, headers = {} } = more;
  return { kind: 'refusal', code, status: statusOf[code], message, details, headers };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
}

/** Carries a refusal out of a stream, where a value cannot be returned; caught where the stream ends. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
