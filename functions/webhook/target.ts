import * as z from 'zod';
import { parseTarget, type WebhookTarget } from '../../shared/webhook/target.ts';
import { optional, required } from '../environment.ts';

const EXTENSION = 'http://localhost:2773/secretsmanager/get';

const secret = z.object({ SecretString: z.string() });

/**
 * The webhook that this deployment posts to: kept in Secrets Manager, never in the environment, and read through AWS's
 * own extension, which keeps it for five minutes. On one machine the user gives it to the start.
 */
export async function webhookTarget(): Promise<WebhookTarget> {
  const local = optional('LOCAL_WEBHOOK');
  if (local !== undefined) return parseTarget(local);
  const query = new URLSearchParams({ secretId: required('WEBHOOK_SECRET_ARN') });
  const response = await fetch(`${EXTENSION}?${query}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': required('AWS_SESSION_TOKEN') },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok)
    throw new Error(`Cannot read the secret of the webhook: the extension answered ${response.status}`);
  return parseTarget(secret.parse(await response.json()).SecretString);
}
