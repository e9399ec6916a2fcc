import type pg from 'pg'

/**
 * Notes, in the throw-away database, what the program's own columns do not say: the moment just before a planned attempt
 * was committed (a deferred trigger), and the order in which attempts were claimed (a trigger that runs while the
 * account's row is locked, so that the order is the true one).
 */
export async function setWitnesses(db: pg.Client): Promise<void> {
  await db.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.planned (attempt_id uuid PRIMARY KEY, at timestamptz NOT NULL);
    CREATE TABLE bench.claimed (n bigserial PRIMARY KEY, attempt_id uuid NOT NULL, at timestamptz NOT NULL);
    CREATE FUNCTION bench.note_planned() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO bench.planned VALUES (NEW.id, clock_timestamp()); RETURN NULL; END $$;
    CREATE FUNCTION bench.note_claimed() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO bench.claimed (attempt_id, at) VALUES (NEW.id, clock_timestamp()); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER bench_planned AFTER INSERT ON attempt DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION bench.note_planned();
    CREATE TRIGGER bench_claimed AFTER UPDATE OF state ON attempt
      FOR EACH ROW WHEN (OLD.state = 'planned' AND NEW.state = 'placing') EXECUTE FUNCTION bench.note_claimed()`)
}
