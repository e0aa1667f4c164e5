import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { version } from '../shared/version.ts';
import { Api } from './api.ts';
import { Budget } from './budget.ts';
import { Dashboard } from './dashboard.ts';
import { DataKey } from './data-key.ts';
import { DirtyAreas } from './dirty-areas.ts';
import { Drops } from './drops.ts';
import { Gateway } from './gateway.ts';
import { Ingest } from './ingest.ts';
import { keepLogs } from './log-retention.ts';
import { Monitoring } from './monitoring.ts';
import { Notify } from './notify.ts';
import { linkRunbooks } from './operations-alarm.ts';
import { Recompute } from './recompute.ts';
import { defaultSettings, type Settings, webhookPlace } from './settings.ts';
import { stackName } from './stack-name.ts';
import { Store } from './store.ts';
import { Topics } from './topics.ts';
import { Webhook } from './webhook.ts';

/** The whole picture: drops → ingest → store → recompute → notify, the API, and the dashboard before it. */
export class BellwetherStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, pages?: string) {
    super(scope, id, {
      stackName: stackName(settings.stage),
      description: 'Bellwether: early warning on special educational needs plans and money',
      // The table's key can only be written into a template of a known region.
      env: {
        region: settings.region ?? defaultSettings.region,
        ...(settings.account !== undefined && { account: settings.account }),
      },
      analyticsReporting: false,
      // The stack's own guard against a slip; data also outlives it (retention, deletion protection).
      terminationProtection: settings.stage !== undefined,
    });
    Tags.of(this).add('product', 'bellwether');
    if (settings.stage !== undefined) Tags.of(this).add('stage', settings.stage);
    keepLogs(this, settings);
    const { areas } = settings;

    const key = new DataKey(this, 'DataKey');
    const topics = new Topics(this, 'Topics', {
      key,
      ...(settings.alarmRecipients && { recipients: settings.alarmRecipients }),
    });
    const { operations } = topics;
    const store = new Store(this, 'Store', { key, ...settings.table });
    const gateway = new Gateway(this, 'Gateway');
    const drops = new Drops(this, 'Drops', {
      key,
      ...bucketNames(settings),
      ...(settings.replica && { replica: settings.replica }),
    });
    const uploadsTo = drops.originFor(settings);
    const dashboard = new Dashboard(this, 'Dashboard', { settings, gateway, uploadsTo, pages });
    drops.takeUploadsFrom(dashboard.origin);

    const dirtyAreas = new DirtyAreas(this, 'DirtyAreas', { operations }).work;
    const notify = new Notify(this, 'Notify', { store, topics });
    const place = webhookPlace(settings);
    const webhook = place && new Webhook(this, 'Webhook', { place, store, notify, operations });
    const runs = notify.work.queue;
    const ingest = new Ingest(this, 'Ingest', {
      areas,
      drops,
      store,
      dirtyAreas: dirtyAreas.queue,
      runs,
      operations,
    });
    const api = new Api(this, 'Api', { settings, store, drops, dirtyAreas: dirtyAreas.queue, operations });
    gateway.leadTo(api.functions);
    const recompute = new Recompute(this, 'Recompute', {
      areas,
      dashboardUrl: dashboard.url,
      store,
      dirtyAreas,
      runs,
      operations,
    });

    const queues = { Ingest: ingest.work, Recompute: dirtyAreas, Notify: notify.work };
    new Monitoring(this, 'Monitoring', {
      functions: {
        ...{ ingest: ingest.fn, recompute: recompute.fn, notify: notify.fn },
        ...(webhook && { webhook: webhook.fn }),
        ...api.functions,
      },
      queues,
      httpApi: gateway.httpApi,
      operations,
    });

    linkRunbooks(this, dashboard.url);

    const { monthlyBudgetUsd: monthlyUsd, stage, alarmRecipients } = settings;
    if (monthlyUsd !== undefined && stage !== undefined)
      new Budget(this, 'Budget', { monthlyUsd, stage, recipients: alarmRecipients?.operations ?? [] });

    new CfnOutput(this, 'Version', { value: version });
    new CfnOutput(this, 'Areas', { value: areas.join(',') });
    if (settings.tokenIssuer && settings.tokenKeysUrl) {
      new CfnOutput(this, 'TokenIssuer', { value: settings.tokenIssuer });
      new CfnOutput(this, 'TokenKeysUrl', { value: settings.tokenKeysUrl });
    }
    new CfnOutput(this, 'Region', { value: this.region });
    new CfnOutput(this, 'ApiUrl', { value: gateway.httpApi.apiEndpoint });
    new CfnOutput(this, 'DashboardUrl', { value: dashboard.url });
    new CfnOutput(this, 'DropsBucketName', { value: drops.bucket.bucketName });
    new CfnOutput(this, 'ReportsBucketName', { value: drops.reports.bucketName });
    new CfnOutput(this, 'TableName', { value: store.table.tableName });
    if (store.next) new CfnOutput(this, 'NextTableName', { value: store.next.tableName });
    for (const [name, { queue, deadLetters }] of Object.entries({
      ...queues,
      ...(webhook && { Webhook: webhook.work }),
    })) {
      new CfnOutput(this, `${name}QueueUrl`, { value: queue.queueUrl });
      new CfnOutput(this, `${name}DeadLettersUrl`, { value: deadLetters.queueUrl });
    }
    new CfnOutput(this, 'OnCallTopicArn', { value: topics.onCall.topicArn });
    new CfnOutput(this, 'DataQualityTopicArn', { value: topics.dataQuality.topicArn });
    new CfnOutput(this, 'OperationsTopicArn', { value: operations.topicArn });
  }
}

function bucketNames({ dropsBucketName, reportsBucketName }: Settings) {
  return {
    ...(dropsBucketName === undefined ? {} : { dropsBucketName }),
    ...(reportsBucketName === undefined ? {} : { reportsBucketName }),
  };
}
