-- One row per table taken by a guest.
select visit_id, guest_id, visited_at, party_size
from read_csv(
  'data/visits.csv',
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', -- told, so that the file is not looked at to find out
  columns = { visit_id: 'varchar', guest_id: 'varchar', visited_at: 'timestamp', party_size: 'integer' }
)
