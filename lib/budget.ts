import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export type BudgetProps = {
  /** US dollars a month: AWS bills in them. */
  readonly monthlyUsd: number;
  /** The tag `stage` of what is counted. It must be activated once as a cost allocation tag. */
  readonly stage: string;
  /** Mailboxes. */
  readonly recipients: readonly string[];
};

/** What a month may cost: told at 80% and at all of it, and when the forecast of the month passes it. It stops nothing. */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { monthlyUsd, stage, recipients }: BudgetProps) {
    super(scope, id);
    const told = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
      },
      subscribers: recipients.map((address) => ({ subscriptionType: 'EMAIL', address })),
    });
    new CfnBudget(this, 'Monthly', {
      budget: {
        budgetName: Stack.of(this).stackName,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:stage$${stage}`] },
      },
      notificationsWithSubscribers: [told('ACTUAL', 80), told('ACTUAL', 100), told('FORECASTED', 100)],
    });
  }
}
