import type { FeedColumn, FeedDefinition } from './feed.ts';

export const financeMonthly: FeedDefinition = {
  id: 'finance-monthly',
  title: 'High Needs finance forecasts',
  description:
    'What the year is forecast to end at, one row for each month in which a forecast was made and financial year that it is of. Pounds; a deficit is negative.',
  shape: 'wide',
  role: 'actual',
  shared: false,
  columns: [
    {
      name: 'month',
      variants: ['Period', 'Date', 'Forecast month', 'Month ending', 'As at', 'Reporting month'],
      description:
        'The month in which the forecast was made; a quarterly forecast has the last month of its quarter.',
      required: true,
      holds: { kind: 'month' },
    },
    {
      name: 'financial_year',
      variants: ['FY', 'Fin year', 'Year', 'Financial year ending March'],
      description: 'The financial year that the forecast is of: FY2024 or 2024/25.',
      required: true,
      holds: { kind: 'financial-year' },
    },
    pounds('hnb_income_forecast', 'hnb.income', 'Income of the High Needs Block.', [
      'HNB income',
      'High needs income',
      'High needs block income forecast',
    ]),
    pounds('hnb_spend_forecast', 'hnb.spend', 'Spending of the High Needs Block.', [
      'HNB spend',
      'HNB expenditure',
      'HNB expenditure forecast',
      'High needs spend',
      'High needs block spend forecast',
    ]),
    pounds(
      'dsg_in_year_balance_forecast',
      'dsg.in-year-balance',
      'In-year balance of the Dedicated Schools Grant.',
      ['DSG in-year balance', 'In-year balance', 'In-year DSG balance', 'DSG in-year position'],
    ),
    pounds(
      'dsg_cumulative_balance_forecast',
      'dsg.cumulative-balance',
      'Cumulative balance at the year end.',
      ['DSG cumulative balance', 'Cumulative balance', 'Cumulative DSG balance', 'DSG reserve'],
    ),
    pounds(
      'inmss_spend_forecast',
      'inmss.spend',
      'Spending on independent and non-maintained special schools.',
      ['INMSS spend', 'INMSS expenditure', 'INMSS expenditure forecast'],
    ),
  ],
};

function pounds(name: string, metric: string, description: string, variants: readonly string[]): FeedColumn {
  return { name, variants, description, required: false, holds: { kind: 'figure', metric, unit: 'gbp' } };
}
