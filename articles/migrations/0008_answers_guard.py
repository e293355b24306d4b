"""No sign-off without its answers, and none with an answer that stands against it, whoever inserts the row.

The questions themselves are `articles.checklists`' business and may change; what holds for every version is here.
A kind of sign-off that is given without a checklist is exempted by a WHEN on the trigger, not inside the function.
"""

from django.db import migrations

GUARD = """
-- Whether answers are those of a whole checklist that nothing stands against, over the references in the table now.
CREATE FUNCTION articles_is_answered(kind text, answers jsonb, revision bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT jsonb_path_exists(answers, '$.version ? (@.type() == "number")')
    AND jsonb_path_exists(answers, '$.questions[*].answer')
    AND NOT jsonb_path_exists(answers, '$.questions[*] ? (!(@.answer == "yes" || @.answer == "does_not_apply"))')
    AND NOT jsonb_path_exists(answers, '$.references[*] ? (!(@.verdict == "still_right"))')
    AND (jsonb_path_exists(answers, '$.interest ? (@.answer == "no")')
         OR kind = 'editorial'
            AND jsonb_path_exists(answers, '$.interest ? (@.answer == "yes" && @.statement like_regex "[^[:space:]]")'))
    AND (kind <> 'clinical' OR NOT EXISTS (
         SELECT FROM articles_reference f WHERE f.revision_id = revision
         AND NOT jsonb_path_exists(answers, '$.references[*] ? (@.position == $position)',
                                   jsonb_build_object('position', f.position))))
$$;

CREATE FUNCTION articles_guard_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF articles_is_answered(NEW.kind, NEW.answers,
       (SELECT v.revision_id FROM articles_review v WHERE v.id = NEW.review_id)) IS NOT TRUE THEN
    RAISE EXCEPTION 'a sign-off has its checklist answered, and nothing in it stands against signing'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_guard_answers BEFORE INSERT ON articles_signoff
  FOR EACH ROW EXECUTE FUNCTION articles_guard_answers();
"""

DROP = """
DROP TRIGGER articles_guard_answers ON articles_signoff;
DROP FUNCTION articles_guard_answers;
DROP FUNCTION articles_is_answered;
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_every_status_is_explained")]
    operations = [migrations.RunSQL(GUARD, reverse_sql=DROP)]
