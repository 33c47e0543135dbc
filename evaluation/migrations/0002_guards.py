"""What the committee and the ranking have written stays; no point leaves its range (RANK-09, ORG-08)."""

from django.db import migrations

APPEND_ONLY = (
    "committee",
    "member",
    "substitution",
    "conflictdeclaration",
    "abstention",
    "score",
    "scrolldown",
    "scrollrow",
)

GUARDS = (
    "".join(
        f"""
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON evaluation_{name}
    FOR EACH ROW EXECUTE FUNCTION sportello_refuse_change();
"""
        for name in APPEND_ONLY
    )
    + """
-- Points stand within their criterion, on a sheet that is still a draft, under the file's own rules.
CREATE FUNCTION sportello_score_in_range() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM evaluation_scoresheet s
        JOIN workflows_case f ON f.id = s.case_id
        JOIN calls_criterion c ON c.id = NEW.criterion_id AND c.version_id = f.call_version_id
        WHERE s.id = NEW.sheet_id AND s.closed_at IS NULL AND NEW.points <= c.weight
    ) THEN
        RAISE EXCEPTION 'points out of range, of another call, or on a closed sheet'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER in_range BEFORE INSERT ON evaluation_score
    FOR EACH ROW EXECUTE FUNCTION sportello_score_in_range();

-- Whoever abstains has no sheet.
CREATE FUNCTION sportello_no_sheet_in_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM evaluation_abstention
        WHERE member_id = NEW.member_id AND case_id = NEW.case_id
    ) THEN
        RAISE EXCEPTION 'a member in conflict scores no sheet'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_conflict BEFORE INSERT ON evaluation_scoresheet
    FOR EACH ROW EXECUTE FUNCTION sportello_no_sheet_in_conflict();

-- A sheet closes with every criterion scored; closed, it only gives way to another.
CREATE FUNCTION sportello_sheet_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a scoring sheet is never deleted'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.closed_at IS NOT NULL AND (
        OLD.superseded_at IS NOT NULL
        OR to_jsonb(NEW) - '{superseded_at,superseded_by_id,superseded_because}'::text[]
           <> to_jsonb(OLD) - '{superseded_at,superseded_by_id,superseded_because}'::text[]
    ) THEN
        RAISE EXCEPTION 'a closed scoring sheet is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND (
        SELECT count(*) FROM evaluation_score WHERE sheet_id = NEW.id
    ) <> (
        SELECT count(*) FROM calls_criterion c
        JOIN workflows_case f ON f.call_version_id = c.version_id WHERE f.id = NEW.case_id
    ) THEN
        RAISE EXCEPTION 'a sheet closes when every criterion has its points'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON evaluation_scoresheet
    FOR EACH ROW EXECUTE FUNCTION sportello_sheet_stays();

-- A sitting is closed with its minutes, in one go.
CREATE FUNCTION sportello_sitting_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a sitting that has closed is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON evaluation_sitting
    FOR EACH ROW EXECUTE FUNCTION sportello_sitting_stays();

-- An approved ranking is published, once, and changes no more.
CREATE FUNCTION sportello_approved_ranking_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.approved_at IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' OR OLD.published_at IS NOT NULL
        OR to_jsonb(NEW) - '{published_at,published_by_id}'::text[]
           <> to_jsonb(OLD) - '{published_at,published_by_id}'::text[]
    THEN
        RAISE EXCEPTION 'an approved ranking is never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON evaluation_ranking
    FOR EACH ROW EXECUTE FUNCTION sportello_approved_ranking_stays();

CREATE FUNCTION sportello_ranked_row_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM evaluation_ranking
        WHERE id IN (OLD.ranking_id, NEW.ranking_id) AND approved_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'the rows of an approved ranking are never changed'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER stays BEFORE INSERT OR UPDATE OR DELETE ON evaluation_rankingrow
    FOR EACH ROW EXECUTE FUNCTION sportello_ranked_row_stays();
"""
)

FORGET = """
DROP TRIGGER stays ON evaluation_rankingrow;
DROP FUNCTION sportello_ranked_row_stays();
DROP TRIGGER stays ON evaluation_ranking;
DROP FUNCTION sportello_approved_ranking_stays();
DROP TRIGGER stays ON evaluation_sitting;
DROP FUNCTION sportello_sitting_stays();
DROP TRIGGER stays ON evaluation_scoresheet;
DROP FUNCTION sportello_sheet_stays();
DROP TRIGGER no_conflict ON evaluation_scoresheet;
DROP FUNCTION sportello_no_sheet_in_conflict();
DROP TRIGGER in_range ON evaluation_score;
DROP FUNCTION sportello_score_in_range();
""" + "".join(f"DROP TRIGGER append_only ON evaluation_{name};\n" for name in APPEND_ONLY)


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0001_initial"), ("workflows", "0002_guards")]
    operations = [migrations.RunSQL(GUARDS, FORGET)]
