/** Keys, indexes, checks, views and comments: run after the rows are in. */
export const KEYS_SQL = `
alter table employees add primary key (id), add unique (employee_number), add unique (email);
alter table customers add primary key (id), add unique (customer_number),
  add foreign key (account_manager_id) references employees,
  add check (kind = 'person' or company_name is not null), add check (marketing_consent = (marketing_consent_at is not null));
alter table contacts add primary key (id), add foreign key (customer_id) references customers;
alter table products add primary key (id), add unique (sku);
alter table orders add primary key (id), add unique (order_number), add foreign key (customer_id) references customers,
  add foreign key (contact_id) references contacts, add foreign key (sales_rep_id) references employees,
  add check (gross_total = net_total + tax_total);
alter table order_items add primary key (id), add unique (order_id, line_no), add foreign key (order_id) references orders,
  add foreign key (product_id) references products, add check (quantity > 0);
alter table invoices add primary key (id), add unique (invoice_number), add unique (order_id), add foreign key (order_id) references orders,
  add foreign key (customer_id) references customers, add check (gross_total = net_total + tax_total), add check (paid_total <= gross_total);
alter table payments add primary key (id), add foreign key (invoice_id) references invoices, add foreign key (customer_id) references customers,
  add check (amount > 0), add check ((method = 'card') = (card_reference is not null));
alter table bookings add primary key (id), add unique (booking_number), add foreign key (customer_id) references customers,
  add foreign key (contact_id) references contacts, add foreign key (order_id) references orders, add foreign key (technician_id) references employees;
alter table support_tickets add primary key (id), add unique (ticket_number), add foreign key (customer_id) references customers,
  add foreign key (contact_id) references contacts, add foreign key (order_id) references orders, add foreign key (invoice_id) references invoices,
  add foreign key (assignee_id) references employees, add check (satisfaction between 1 and 5);
alter table ticket_messages add primary key (id), add foreign key (ticket_id) references support_tickets, add foreign key (employee_id) references employees,
  add check ((author_kind = 'employee') = (employee_id is not null));
alter table sales_notes add primary key (id), add foreign key (customer_id) references customers, add foreign key (author_id) references employees,
  add check (win_probability between 0 and 100);
alter table internal_documents add primary key (id), add unique (document_number), add foreign key (owner_id) references employees,
  add foreign key (customer_id) references customers;

create index on customers (lower(email));
create index on customers (last_name, first_name);
create index on customers (country_code, city);
create index on contacts (customer_id);
create index on contacts (lower(email));
create index on orders (customer_id, ordered_at);
create index on order_items (product_id);
create index on invoices (customer_id, issued_on);
create index on invoices (due_on) where status in ('open', 'partly_paid', 'overdue');
create index on payments (invoice_id);
create index on payments (customer_id, created_at);
create index on bookings (customer_id);
create index on bookings (technician_id, lower(time_window));
create index on support_tickets (customer_id, created_at);
create index on support_tickets (status, created_at);
create index on ticket_messages (ticket_id, sent_at);
create index on sales_notes (customer_id, created_at);

create view customer_overview as
  select c.id as customer_id, c.customer_number, coalesce(c.company_name, c.first_name || ' ' || c.last_name) as display_name, c.email, c.phone,
         c.city, c.country_code, c.segment, c.status,
         (select count(*) from orders o where o.customer_id = c.id and o.status <> 'cancelled') as order_count,
         (select max(o.ordered_at) from orders o where o.customer_id = c.id) as last_order_at,
         (select coalesce(sum(i.gross_total - i.paid_total), 0) from invoices i where i.customer_id = c.id and i.status <> 'written_off') as open_balance,
         (select count(*) from support_tickets t where t.customer_id = c.id and t.status in ('new', 'open', 'waiting_on_customer')) as open_tickets
  from customers c;
create view open_invoices as
  select i.id, i.invoice_number, i.customer_id, i.billing_name, i.billing_email, i.issued_on, i.due_on, i.currency, i.gross_total,
         i.gross_total - i.paid_total as balance, i.dunning_level, i.status
  from invoices i where i.status in ('open', 'partly_paid', 'overdue', 'disputed');

comment on table customers is 'Everyone who has bought or asked for a quote: companies and private people. For a company, first and last name are those of the main contact.';
comment on table sales_notes is 'Field sales diary. Not for customers.';
comment on table internal_documents is 'Excerpts of the document store, as indexed for search.';
comment on column customers.credit_limit is 'In the customer''s currency';
comment on column customers.tax_id is 'GSTIN or PAN (India), CNPJ or CPF (Brazil), EIN (USA)';
comment on column customers.date_of_birth is 'Only private customers who buy on account';
comment on column products.cost_price_eur is 'Standard cost, not for external use';
comment on column orders.margin_percent is 'Contribution margin after discount';
comment on column payments.card_reference is 'Token of the payment provider; the card number itself is not stored here';
comment on column payments.bank_reference is 'Account and routing or IFSC code, UPI or Pix address, cheque number';
comment on column bookings.access_instructions is 'How the technician gets in: gate, code, person to ask for';
comment on view customer_overview is 'One line a customer for the service desk';
`;
