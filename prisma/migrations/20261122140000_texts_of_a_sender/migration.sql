-- The texts of one sender, in the order in which they came: each is read after the one before it, and compared with it.
CREATE INDEX "inbound_delivery_sender" ON "inbound_delivery" (("raw"->>'From'), "ord") WHERE "kind" = 'text';
