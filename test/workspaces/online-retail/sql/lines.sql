-- One row per invoice line that names a customer; the other relations select from it.
select
  InvoiceNo as invoice_no,
  StockCode as stock_code,
  Description as product,
  Quantity as quantity,
  InvoiceDate as invoiced_at,
  cast(UnitPrice as decimal(12, 3)) as unit_price,
  cast(Quantity * cast(UnitPrice as decimal(12, 3)) as decimal(18, 3)) as amount,
  CustomerID as customer_id,
  Country as country,
  InvoiceNo like 'C%' as is_cancellation
from read_parquet('data/online_retail.parquet')
where CustomerID is not null
