-- One row per guest and campaign; guests held out on purpose got nothing.
select message_id, guest_id, campaign, sent_at, held_out, opened_at, clicked_at, unsubscribed_at, cost
from read_json('data/emails.ndjson', format = 'newline_delimited', columns = {
  message_id: 'varchar', guest_id: 'varchar', campaign: 'varchar', sent_at: 'timestamp', held_out: 'boolean',
  opened_at: 'timestamp', clicked_at: 'timestamp', unsubscribed_at: 'timestamp', cost: 'decimal(6, 2)'})
