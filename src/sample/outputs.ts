/** A file of the sample: its name says the format; `select` reads the generator's tables in the order the file has. */
export interface Output {
  readonly file: string;
  readonly select: string;
}

const numbered = (id: string, table: string, order: string): string =>
  `select row_number() over (order by ${order}) as ${id}, * from ${table} order by ${id}`;

/** Every file but the events, which are written month by month. */
export const outputs: readonly Output[] = [
  { file: 'customers.parquet', select: 'select * exclude (n) from customers order by n' },
  { file: 'users.parquet', select: 'select * from users order by customer_id, user_id' },
  {
    file: 'subscriptions.parquet',
    select: numbered('subscription_id', 'subscriptions', 'customer_id, started_on, product, amount'),
  },
  {
    file: 'tickets.csv',
    select: numbered('ticket_id', 'tickets', 'opened_at, customer_id, user_id, category, resolved_at'),
  },
  {
    file: 'survey_responses.parquet',
    select: numbered('response_id', 'survey_responses', 'responded_at, customer_id, user_id, survey, score'),
  },
  { file: 'messages.parquet', select: numbered('message_id', 'messages', 'sent_at, campaign, customer_id, user_id') },
  {
    file: 'orders.parquet',
    select: numbered('order_id', 'orders', 'ordered_at, customer_id, product, amount, user_id'),
  },
  { file: 'stages.parquet', select: 'select * from stages order by customer_id, started_on, stage' },
  { file: 'deal_stages.parquet', select: 'select * from deal_stages order by deal_id, started_on, stage' },
  { file: 'owners.csv', select: 'select * from owners order by customer_id, started_on' },
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The COPY statement that writes a select to a path, as CSV or as Parquet. */
export function copyStatement(select: string, path: string): string {
  const format = path.endsWith('.csv')
    ? '(format csv, header)'
    : '(format parquet, compression zstd, parquet_version v2)';
  return `copy (${select}) to ${quoted(path)} ${format}`;
}
