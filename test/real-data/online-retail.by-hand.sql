create view every_line as from read_parquet('data/online_retail.parquet');

create view bought as
from every_line
where CustomerID is not null and not starts_with(InvoiceNo, 'C') and Quantity > 0 and UnitPrice > 0;

create table invoices as
select
  InvoiceNo as invoice,
  CustomerID as person,
  min(InvoiceDate) as moment,
  min(InvoiceDate)::date as d,
  sum(Quantity) as pieces,
  sum(Quantity * round(UnitPrice * 1000)::bigint) / 1000 as value -- prices have three decimals: exact
from bought
group by all;

create table people as
select
  CustomerID as person,
  min(InvoiceDate)::date as seen,
  arg_min(Country, strftime(InvoiceDate, '%Y-%m-%d %H:%M ') || InvoiceNo) as country
from every_line
where CustomerID is not null
group by all;

create table refunds as
select InvoiceNo as invoice, CustomerID as person, min(InvoiceDate)::date as d, -sum(Quantity * round(UnitPrice * 1000)::bigint) / 1000 as value
from every_line
where CustomerID is not null and starts_with(InvoiceNo, 'C')
group by all;

-- The days on which sizes are asked.
create table asked as select unnest([date '2010-12-31', date '2011-03-27', date '2011-06-30', date '2011-12-09']) as d;

create table months as
select cast(m as date) as first, cast(m + interval 1 month as date) as next
from unnest(range(timestamp '2010-12-01', timestamp '2011-12-01', interval 1 month)) as t (m);
