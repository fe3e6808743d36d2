-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "rows_per_day_max" INTEGER,
ADD COLUMN     "subjects_per_day_max" INTEGER;

-- AlterTable
ALTER TABLE "scope_version" ADD COLUMN     "rows_per_day_max" INTEGER,
ADD COLUMN     "subjects_per_day_max" INTEGER;

-- CreateTable
CREATE TABLE "cap_use" (
    "day" DATE NOT NULL,
    "holder_id" UUID NOT NULL,
    "rows" INTEGER NOT NULL,
    "subjects" INTEGER NOT NULL,

    CONSTRAINT "cap_use_pkey" PRIMARY KEY ("day","holder_id")
);

-- CreateTable
CREATE TABLE "cap_subject" (
    "day" DATE NOT NULL,
    "holder_id" UUID NOT NULL,
    "subject_ref" TEXT NOT NULL,

    CONSTRAINT "cap_subject_pkey" PRIMARY KEY ("day","holder_id","subject_ref")
);

ALTER TABLE "agent" ADD CONSTRAINT "agent_caps_are_positive" CHECK (coalesce("rows_per_day_max", 1) > 0 AND coalesce("subjects_per_day_max", 1) > 0);
ALTER TABLE "scope_version" ADD CONSTRAINT "scope_caps_are_positive" CHECK (coalesce("rows_per_day_max", 1) > 0 AND coalesce("subjects_per_day_max", 1) > 0);

-- Counts one release against the caps of its holders, or against none of them. `claim` is {"day", "holders": [{"id", "rowsMax",
-- "subjectsMax"}], "rows", "subjects": [...]}; a max may be null. The agent is the first holder: all releases of an agent queue at its row,
-- and scopes' rows are only locked behind it. Answers {"counted": [...]} or {"refused": {"cap", "left"}}.
CREATE FUNCTION count_release(claim jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  today date := (claim->>'day')::date;
  row_count int := (claim->>'rows')::int;
  holder record;
  used record;
  fresh int;
  counted jsonb := '[]';
BEGIN
  FOR holder IN SELECT * FROM jsonb_to_recordset(claim->'holders') AS h (id uuid, "rowsMax" int, "subjectsMax" int) LOOP
    -- The counter's row first: whoever has it is alone with the subjects behind it.
    INSERT INTO cap_use AS u (day, holder_id, rows, subjects) VALUES (today, holder.id, row_count, 0)
    ON CONFLICT (day, holder_id) DO UPDATE SET rows = u.rows + excluded.rows
    RETURNING u.rows, u.subjects INTO used;
    fresh := 0;
    IF holder."subjectsMax" IS NOT NULL THEN
      INSERT INTO cap_subject (day, holder_id, subject_ref)
      SELECT today, holder.id, value FROM jsonb_array_elements_text(claim->'subjects') ON CONFLICT DO NOTHING;
      GET DIAGNOSTICS fresh = ROW_COUNT;
      IF fresh > 0 THEN
        UPDATE cap_use SET subjects = subjects + fresh WHERE day = today AND holder_id = holder.id;
      END IF;
    END IF;
    IF used.rows > holder."rowsMax" THEN
      RAISE EXCEPTION USING ERRCODE = 'GH001',
        MESSAGE = jsonb_build_object('cap', 'rows', 'left', holder."rowsMax" - used.rows + row_count);
    ELSIF used.subjects + fresh > holder."subjectsMax" THEN
      RAISE EXCEPTION USING ERRCODE = 'GH001',
        MESSAGE = jsonb_build_object('cap', 'subjects', 'left', holder."subjectsMax" - used.subjects);
    END IF;
    counted := counted || jsonb_build_object(
      'id', holder.id, 'rows', used.rows, 'subjects', used.subjects + fresh, 'freshSubjects', fresh);
  END LOOP;
  RETURN jsonb_build_object('counted', counted);
EXCEPTION WHEN SQLSTATE 'GH001' THEN
  -- What this call had counted is undone with it.
  RETURN jsonb_build_object('refused', SQLERRM::jsonb);
END $$;
