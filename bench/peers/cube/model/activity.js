cube(`activity`, {
  sql_table: `user_activity`,
  refresh_key: { every: `1 hour` },
  measures: { users: { sql: `user_id`, type: `count_distinct` } },
  dimensions: { time: { sql: `active_on`, type: `time` } },
});
