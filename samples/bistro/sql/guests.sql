-- One row per guest who left a name.
select guest_id, name, quarter, diet, joined_on
from read_csv(
  'data/guests.csv',
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', -- told, so that the file is not looked at to find out
  columns = { guest_id: 'varchar', name: 'varchar', quarter: 'varchar', diet: 'varchar', joined_on: 'date' }
)
